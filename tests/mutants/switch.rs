//! Source with switches in it: each mutant of the list stands beside what it changes, and one at a time is switched on when the
//! tests are run. So the library is compiled once, and not once a mutant.

use std::collections::HashMap;

use proc_macro2::{LineColumn, Span};
use quote::quote;
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{BinOp, Block, Expr, ExprBinary, ExprStruct, Pat, Type, parse_quote};

/// A mutant of a file: what cargo-mutants would write, and in place of what.
pub struct Mutant {
    pub id: usize,
    pub genre: String,
    pub replacement: String,
    /// Where what is replaced begins: line from 1, column from 0.
    pub at: (usize, usize),
}

/// The file with a switch for each mutant that can have one, and the numbers of those.
///
/// # Errors
///
/// Where the file is no Rust.
pub fn switched(text: &str, mutants: &[Mutant]) -> syn::Result<(String, Vec<usize>)> {
    let mut file = syn::parse_file(text)?;
    let mut places: HashMap<(usize, usize), Vec<&Mutant>> = HashMap::new();
    for it in mutants {
        places.entry(it.at).or_default().push(it);
    }
    let mut switches = Switches { places, made: Vec::new() };
    switches.visit_file_mut(&mut file);
    Ok((prettyplease::unparse(&file), switches.made))
}

struct Switches<'a> {
    places: HashMap<(usize, usize), Vec<&'a Mutant>>,
    made: Vec<usize>,
}

impl Switches<'_> {
    /// The mutants of a kind that begin at a place, each with what it writes there.
    fn take<T: syn::parse::Parse>(&mut self, span: Span, genre: &str) -> Vec<(usize, T)> {
        let LineColumn { line, column } = span.start();
        let all = self.places.get(&(line, column)).into_iter().flatten().filter(|it| it.genre == genre);
        let found: Vec<_> = all.filter_map(|it| Some((it.id, syn::parse_str(&it.replacement).ok()?))).collect();
        self.made.extend(found.iter().map(|it: &(usize, T)| it.0));
        found
    }

    fn body(&mut self, block: &mut Block) {
        let Some(span) = block.stmts.first().map(Spanned::span) else { return };
        visit_mut::visit_block_mut(self, block);
        let values: Vec<(usize, Expr)> = self.take(span, "FnValue");
        for (id, value) in values {
            block.stmts.insert(0, parse_quote! { if crate::mutant(#id) { return #value; } });
        }
    }

    /// The number of the mutant that takes away what begins at a place.
    fn gone(&mut self, span: Span, genre: &str) -> Option<usize> {
        let LineColumn { line, column } = span.start();
        let id = self.places.get(&(line, column)).into_iter().flatten().find(|it| it.genre == genre)?.id;
        self.made.push(id);
        Some(id)
    }

    /// What is made with a field left to the rest.
    fn fields(&mut self, made: &ExprStruct, places: &[Span]) -> Option<Expr> {
        let mut all: Expr = Expr::Struct(made.clone());
        let mut changed = false;
        for (idx, span) in places.iter().enumerate() {
            let Some(id) = self.gone(*span, "StructField") else { continue };
            let mut less = made.clone();
            less.fields = made.fields.iter().enumerate().filter(|it| it.0 != idx).map(|it| it.1.clone()).collect();
            if !less.fields.empty_or_trailing() {
                less.fields.push_punct(Default::default());
            }
            all = parse_quote! { (if crate::mutant(#id) { #less } else { #all }) };
            changed = true;
        }
        changed.then_some(all)
    }

    fn binary(&mut self, span: Span, it: &ExprBinary) -> Option<Expr> {
        let (a, op, b) = (&it.left, &it.op, &it.right);
        let logic = matches!(op, BinOp::And(_) | BinOp::Or(_));
        // `a && let b = c` is no value.
        if logic && (lets(a) || lets(b)) {
            return None;
        }
        let others: Vec<(usize, BinOp)> = self.take(span, "BinaryOperator");
        if others.is_empty() {
            return None;
        }
        if let [(id, _)] = others.as_slice()
            && logic
        {
            return Some(match op {
                BinOp::And(_) => {
                    parse_quote! { ({ let l: bool = #a; let m = crate::mutant(#id); if l != m { #b } else { m } }) }
                }
                _ => parse_quote! { ({ let l: bool = #a; let m = crate::mutant(#id); if l == m { #b } else { !m } }) },
            });
        }
        let compares =
            matches!(op, BinOp::Eq(_) | BinOp::Ne(_) | BinOp::Lt(_) | BinOp::Gt(_) | BinOp::Le(_) | BinOp::Ge(_));
        let branches = |l: Expr, r: Expr| {
            let cases = others.iter().map(|(id, op)| quote! { if crate::mutant(#id) { #l #op #r } else });
            quote! { #(#cases)* { #l #op #r } }
        };
        Some(if compares {
            let branches = branches(parse_quote!(l), parse_quote!(r));
            parse_quote! { (match (&(#a), &(#b)) { (l, r) => { #branches } }) }
        } else if assigns(op) {
            let branches = branches((**a).clone(), (**b).clone());
            parse_quote! { ({ #branches }) }
        } else {
            let branches = branches(parse_quote!(l), parse_quote!(r));
            parse_quote! { (match (#a, #b) { (l, r) => { #branches } }) }
        })
    }
}

impl VisitMut for Switches<'_> {
    // What is reckoned while compiling cannot ask for a switch.
    fn visit_item_const_mut(&mut self, _: &mut syn::ItemConst) {}
    fn visit_item_static_mut(&mut self, _: &mut syn::ItemStatic) {}
    fn visit_impl_item_const_mut(&mut self, _: &mut syn::ImplItemConst) {}
    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_type_mut(&mut self, _: &mut Type) {}

    fn visit_item_mod_mut(&mut self, it: &mut syn::ItemMod) {
        if it.ident != "tests" {
            visit_mut::visit_item_mod_mut(self, it);
        }
    }

    fn visit_item_fn_mut(&mut self, it: &mut syn::ItemFn) {
        if it.sig.constness.is_none() {
            self.body(&mut it.block);
        }
    }

    fn visit_impl_item_fn_mut(&mut self, it: &mut syn::ImplItemFn) {
        if it.sig.constness.is_none() {
            self.body(&mut it.block);
        }
    }

    fn visit_trait_item_fn_mut(&mut self, it: &mut syn::TraitItemFn) {
        if let Some(block) = &mut it.default {
            self.body(block);
        }
    }

    fn visit_arm_mut(&mut self, it: &mut syn::Arm) {
        let span = it.span();
        let guard = it.guard.as_ref().map(|it| it.1.span());
        visit_mut::visit_arm_mut(self, it);
        if let (Some((_, condition)), Some(span)) = (&mut it.guard, guard)
            && !lets(condition)
        {
            for (id, value) in self.take::<Expr>(span, "MatchArmGuard") {
                **condition = parse_quote! { (if crate::mutant(#id) { #value } else { #condition }) };
            }
        }
        if let Some(id) = self.gone(span, "MatchArm") {
            let condition = it.guard.take().map(|it| *it.1);
            let condition: Expr = match condition {
                Some(condition) => parse_quote! { !crate::mutant(#id) && #condition },
                None => parse_quote! { !crate::mutant(#id) },
            };
            it.guard = Some((Default::default(), Box::new(condition)));
        }
    }

    fn visit_expr_mut(&mut self, it: &mut Expr) {
        let span = match it {
            Expr::Binary(it) => it.op.span(),
            ref other => other.span(),
        };
        let places: Vec<Span> = match it {
            Expr::Struct(it) => it.fields.iter().map(Spanned::span).collect(),
            _ => Vec::new(),
        };
        visit_mut::visit_expr_mut(self, it);
        match it {
            Expr::Binary(binary) => {
                if let Some(new) = self.binary(span, binary) {
                    *it = new;
                }
            }
            Expr::Unary(unary) => {
                if let Some(id) = self.gone(span, "UnaryOperator") {
                    let (op, value) = (unary.op, &unary.expr);
                    *it = parse_quote! { ({ let v = #value; if crate::mutant(#id) { v } else { #op v } }) };
                }
            }
            Expr::Struct(made) => {
                if let Some(new) = self.fields(made, &places) {
                    *it = new;
                }
            }
            _ => {}
        }
    }
}

/// Whether a condition has a `let` in it.
fn lets(it: &Expr) -> bool {
    match it {
        Expr::Let(_) => true,
        Expr::Binary(it) => lets(&it.left) || lets(&it.right),
        _ => false,
    }
}

fn assigns(op: &BinOp) -> bool {
    use BinOp::{
        AddAssign, BitAndAssign, BitOrAssign, BitXorAssign, DivAssign, MulAssign, RemAssign, ShlAssign, ShrAssign,
        SubAssign,
    };
    matches!(
        op,
        AddAssign(_)
            | SubAssign(_)
            | MulAssign(_)
            | DivAssign(_)
            | RemAssign(_)
            | BitAndAssign(_)
            | BitOrAssign(_)
            | BitXorAssign(_)
            | ShlAssign(_)
            | ShrAssign(_)
    )
}
