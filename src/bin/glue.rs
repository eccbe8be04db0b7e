//! `glue VIEWER.wasm PARSE.wasm PDF.wasm STYLE.css OUT`: writes what `pkg/wasm/` holds, with the wasm-bindgen that Cargo.lock pins.
//! `glue MODULE.wasm NAME OUT` does so for one module of somebody else, as the tests have one.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    if let [module, name, out] = arguments.as_slice() {
        return bind(module, name, out);
    }
    let [viewer, parse, pdf, style, out] = arguments.as_slice() else {
        return Err("usage: glue VIEWER.wasm PARSE.wasm PDF.wasm STYLE.css OUT".into());
    };
    bind(viewer, "gijiroku", out)?;
    keep_apart(&Path::new(out).join("gijiroku.js"))?;
    bind(parse, "parse", out)?;
    bind(pdf, "pdf", out)?;
    fs::write(Path::new(out).join("style.js"), style_module(&fs::read_to_string(style)?))?;
    Ok(())
}

/// Writes `gijiroku.js`, `gijiroku_bg.wasm` and their types, or those of another `name`.
///
/// The glue must not name the wasm file itself: `pkg/load.js` does, so that a bundler copies it once.
fn bind(module: &str, name: &str, out: &str) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).web(true)?;
    bindgen.typescript(true).omit_default_module_path(true);
    // A trap leaves the module in an unknown state; with this the page can start it afresh.
    bindgen.reset_state_function(true);
    bindgen.generate(out)?;
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
