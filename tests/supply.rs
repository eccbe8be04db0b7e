//! What comes in from others is known: from the registries that everybody knows, with a sum of its bytes, under a licence that
//! deny.toml lists, and with no script that runs when it is installed. Advisories change from day to day: `make audit` asks for them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test that goes wrong says so at once"
)]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"];

/// Packages of npm that have a script for when they are installed. `make` runs none: that of esbuild only looks after its binary,
/// which comes as a package of its own.
const SCRIPTS_NOT_RUN: [&str; 1] = ["node_modules/esbuild"];

/// Of these the registry had no bytes to sum when the lock file was made: binaries for systems other than that of the tests.
const NOT_SUMMED: [&str; 2] = ["node_modules/@next/swc-", "node_modules/@rollup/rollup-"];

fn read(path: &str) -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The words of a list of deny.toml.
fn listed(deny: &str, list: &str) -> BTreeSet<String> {
    let (_, rest) = deny.split_once(&format!("\n{list} = [\n")).expect("the list is in deny.toml");
    let (words, _) = rest.split_once("\n]").unwrap();
    words.split('\n').map(|it| it.trim().trim_matches(&['"', ','][..]).to_owned()).collect()
}

/// Whether an SPDX expression can be met by licences of the list.
fn may_come_in(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<_> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    alternatives(&mut rest, allowed) && rest.is_empty()
}

fn alternatives(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = together(rest, allowed);
    while let ["OR", after @ ..] = *rest {
        *rest = after;
        met |= together(rest, allowed);
    }
    met
}

fn together(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    let mut met = one(rest, allowed);
    while let ["AND", after @ ..] = *rest {
        *rest = after;
        met &= one(rest, allowed);
    }
    met
}

fn one(rest: &mut &[&str], allowed: &BTreeSet<String>) -> bool {
    match *rest {
        ["(", after @ ..] => {
            *rest = after;
            let met = alternatives(rest, allowed);
            let closed = rest.first() == Some(&")");
            *rest = rest.get(1..).unwrap_or_default();
            met && closed
        }
        [licence, "WITH", exception, after @ ..] => {
            *rest = after;
            allowed.contains(&format!("{licence} WITH {exception}"))
        }
        [licence, after @ ..] => {
            *rest = after;
            allowed.contains(*licence)
        }
        [] => false,
    }
}

/// Name and licence of each crate that a program or module of ours is made of or built by; not those that only tests use.
fn crates(target: &str) -> BTreeMap<String, String> {
    let asked = ["metadata", "--locked", "--format-version=1", "--all-features", "--filter-platform", target];
    let told = Command::new(env!("CARGO")).args(asked).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    let nodes: BTreeMap<_, _> =
        told["resolve"]["nodes"].as_array().unwrap().iter().map(|it| (it["id"].as_str().unwrap(), it)).collect();
    let mut met = BTreeSet::new();
    let mut open = vec![told["resolve"]["root"].as_str().unwrap()];
    while let Some(id) = open.pop() {
        if met.insert(id) {
            let used = nodes[id]["deps"].as_array().unwrap().iter();
            let ships = used.filter(|it| it["dep_kinds"].as_array().unwrap().iter().any(|it| it["kind"] != "dev"));
            open.extend(ships.map(|it| it["pkg"].as_str().unwrap()));
        }
    }
    let packages = told["packages"].as_array().unwrap().iter().filter(|it| met.contains(it["id"].as_str().unwrap()));
    packages
        .map(|it| (it["name"].as_str().unwrap().to_owned(), it["license"].as_str().unwrap_or("none").to_owned()))
        .collect()
}

#[test]
fn licences_are_read_as_spdx_has_them() {
    let allowed = listed("\nallow = [\n  \"MIT\",\n  \"Apache-2.0 WITH LLVM-exception\",\n]", "allow");
    for met in [
        "MIT",
        "MIT OR GPL-3.0",
        "GPL-3.0/MIT",
        "MIT AND (GPL-3.0 OR MIT)",
        "GPL-3.0 OR Apache-2.0 WITH LLVM-exception",
    ] {
        assert!(may_come_in(met, &allowed), "{met}");
    }
    for unmet in ["", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR GPL-3.0) AND GPL-3.0", "Apache-2.0", "(MIT", "MIT)"] {
        assert!(!may_come_in(unmet, &allowed), "{unmet}");
    }
}

#[test]
fn each_crate_that_ships_is_under_a_licence_that_is_listed_and_reaches_no_network() {
    let deny = read("deny.toml");
    let (allowed, banned) = (listed(&deny, "allow"), listed(&deny, "deny"));
    assert!(allowed.contains("MIT") && banned.contains("reqwest"));
    for target in TARGETS {
        let crates = crates(target);
        assert!(crates.contains_key("yew") && crates.contains_key("serde"), "{target}");
        for (name, licence) in crates {
            assert!(may_come_in(&licence, &allowed), "{name} for {target} is under {licence}");
            assert!(!banned.contains(&name), "{name} for {target} opens connections");
        }
    }
}

#[test]
fn each_crate_of_the_lock_file_is_from_the_registry_with_its_sum() {
    let lock = read("Cargo.lock");
    let (head, packages) = lock.split_once("\n[[package]]\n").unwrap();
    assert!(!head.contains("[["), "{head}");
    let packages: Vec<_> = packages.split("\n[[package]]\n").collect();
    assert!(packages.len() > 100);
    for package in packages.iter().filter(|it| !it.starts_with("name = \"gijiroku\"\n")) {
        assert!(
            package.contains("\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\n"),
            "{package}"
        );
        assert!(package.contains("\nchecksum = \""), "{package}");
    }
}

#[test]
fn each_package_of_the_lock_files_is_from_the_registry_with_its_sum_and_runs_no_script() {
    for folder in ["pkg", "tests/browser", "tests/browser/bench", "tests/consumers"] {
        let lock: Value = serde_json::from_str(&read(&format!("{folder}/package-lock.json"))).unwrap();
        let packages = lock["packages"].as_object().unwrap();
        assert!(packages.len() > 10 && lock["lockfileVersion"] == 3);
        for (name, package) in packages.iter().filter(|it| !it.0.is_empty()) {
            let summed = package["integrity"].as_str().is_some_and(|it| it.starts_with("sha512-"));
            let elsewhere = package["optional"] == true && NOT_SUMMED.iter().any(|it| name.starts_with(it));
            assert!(summed || folder == "tests/consumers" && elsewhere, "{folder}: {name} has no sum");
            let from = package["resolved"].as_str().unwrap_or("https://registry.npmjs.org/");
            assert!(from.starts_with("https://registry.npmjs.org/"), "{folder}: {name} is from {from}");
            assert!(package["link"] != true, "{folder}: {name} is a folder");
            let scripted = package["hasInstallScript"] == true;
            assert!(!scripted || SCRIPTS_NOT_RUN.contains(&name.as_str()), "{folder}: {name} runs a script");
        }
    }
    assert!(read("Makefile").contains("npm ci --ignore-scripts"));
}
