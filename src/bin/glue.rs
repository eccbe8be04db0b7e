//! `glue VIEWER.wasm PARSE.wasm PDF.wasm STYLE.css OUT`: writes what `pkg/wasm/` holds, with the wasm-bindgen that Cargo.lock pins.
//! `glue MODULE.wasm NAME OUT` does so for one module of somebody else, as the tests have one.

use std::collections::BTreeMap;
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use wasm_bindgen_cli_support::{Bindgen, Output};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [module, name, out] = arguments.as_slice() {
        return Ok(bound(module, name)?.emit(out)?);
    }
    let [viewer, parse, pdf, style, out] = arguments.as_slice() else {
        return Err("usage: glue VIEWER.wasm PARSE.wasm PDF.wasm STYLE.css OUT".into());
    };
    shortened(bound(viewer, "gijiroku")?, "gijiroku", out)?;
    keep_apart(&Path::new(out).join("gijiroku.js"))?;
    bound(parse, "parse")?.emit(out)?;
    bound(pdf, "pdf")?.emit(out)?;
    fs::write(Path::new(out).join("style.js"), style_module(&fs::read_to_string(style)?))?;
    Ok(())
}

/// What is to be `gijiroku.js`, `gijiroku_bg.wasm` and their types, or those of another `name`.
///
/// The glue must not name the wasm file itself: `pkg/load.js` does, so that a bundler copies it once.
fn bound(module: &str, name: &str) -> Result<Output, Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).web(true)?;
    bindgen.typescript(true).omit_default_module_path(true);
    // A trap leaves the module in an unknown state; with this the page can start it afresh.
    bindgen.reset_state_function(true);
    Ok(bindgen.generate_output()?)
}

/// Writes them with numbers for the names that hold a hash: those are for module and glue alone, and hashes cannot be
/// packed.
fn shortened(mut bound: Output, name: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let mut numbers: BTreeMap<String, String> = BTreeMap::new();
    let module = bound.wasm_mut();
    let imports = module.imports.iter_mut().map(|it| &mut it.name);
    for name in imports.chain(module.exports.iter_mut().map(|it| &mut it.name)).filter(|it| has_hash(it)) {
        let number = numbers.len();
        *name = numbers.entry(std::mem::take(name)).or_insert_with(|| format!("${number}")).clone();
    }
    bound.emit(out)?;
    for file in [".js", ".d.ts", "_bg.wasm.d.ts"] {
        let path = Path::new(out).join([name, file].concat());
        fs::write(&path, renamed(&fs::read_to_string(&path)?, &numbers))?;
    }
    Ok(())
}

/// Yew writes on the nodes of a page whose they are, by numbers from 1, and an application of Yew around the element looks through
/// its shadow root: it would take our nodes for its own, and call its own handlers. So ours are written under names of our own.
fn keep_apart(glue: &Path) -> Result<(), Box<dyn Error>> {
    let code = fs::read_to_string(glue)?;
    for name in ["subtree_id", "subtree_cache_key", "listener_id"] {
        if !code.contains(&format!(".__yew_{name}")) {
            return Err(format!("Yew no longer writes __yew_{name} on nodes: see what it writes now").into());
        }
    }
    fs::write(glue, code.replace(".__yew_", ".__gijiroku_"))?;
    Ok(())
}

fn has_hash(name: &str) -> bool {
    name.split('_').any(|it| it.len() >= 15 && it.bytes().all(|it| it.is_ascii_hexdigit()))
}

/// `code` with other names for what `names` has.
fn renamed(code: &str, names: &BTreeMap<String, String>) -> String {
    let is_of_name = |it: char| it.is_alphanumeric() || matches!(it, '_' | '$');
    let rename = |word: &str| {
        let name = word.trim_end_matches(|it| !is_of_name(it));
        let behind = word.strip_prefix(name).unwrap_or("");
        [names.get(name).map_or(name, String::as_str), behind].concat()
    };
    code.split_inclusive(|it| !is_of_name(it)).map(rename).collect()
}

/// The stylesheet as a module of JavaScript, so that it needs no `style-src` and no request of its own.
fn style_module(css: &str) -> String {
    let mut literal = String::with_capacity(css.len() + 64);
    for it in squeezed(css).chars() {
        match it {
            '`' | '\\' | '$' => literal.extend(['\\', it]),
            _ => literal.push(it),
        }
    }
    format!("/** The stylesheet of the viewer: src/viewer/style.css. */\nexport default `{literal}`;\n")
}

/// Without comments and indentation: they weigh as much as the rules.
fn squeezed(css: &str) -> String {
    let mut rules = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        rules.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    rules.push_str(rest);
    rules.split('\n').map(str::trim).filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n")
}
