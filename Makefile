# The one door, for people and for CI. Each step leaves a file that says it is done, so a second run does only what changed.

.DELETE_ON_ERROR:
.PHONY: help demo test consumers pkg size score bench lint audit supply reproduce mutants fuzz huge clean need-cargo need-node
.DEFAULT_GOAL := help

WASM   := pkg/wasm/gijiroku_bg.wasm
LINKED := target/wasm32-unknown-unknown/wasm
BUILT  := target/modules/gijiroku.wasm
DATA   := target/modules/parse.wasm
PDF    := target/modules/pdf.wasm
NAMED  := target/bench/named/gijiroku_bg.wasm
RUST   := $(shell find src -name '*.rs' -o -name '*.css' -o -name '*.txt') Cargo.toml Cargo.lock rust-toolchain.toml Makefile
STAMPS := target/stamps
export CARGO_TARGET_DIR := $(CURDIR)/target
NATIVE := --features cli,viewer,glue
# The module names no folder of the machine that built it, and a panic is a trap without a sentence: the standard library is
# compiled with it, by the compiler that rust-toolchain.toml pins, which makes the viewer 14 kB smaller.
MODULE := RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort --remap-path-prefix=$$(rustc --print sysroot)/lib/rustlib/src/rust=std \
  --remap-path-prefix=$${CARGO_HOME:-$$HOME/.cargo}/registry/src=crates --remap-path-prefix=$(CURDIR)=gijiroku" \
  cargo rustc --locked --profile wasm --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size \
  --no-default-features --lib --crate-type cdylib
# The features of wasm are read from the module: asking for more makes one that browsers refuse. Functions stay in the compiler's
# order, those of one room together: put in the order of their use they weigh less as they are, and more once packed.
SMALL  := pkg/node_modules/.bin/wasm-opt --low-memory-unused --gufa-optimizing --flatten --rereloop -Oz -Oz --converge --reorder-globals
NPM_CI := npm ci --ignore-scripts --no-audit --no-fund --loglevel=error

help:
	@echo "make demo    build everything and serve the demo on loopback"
	@echo "make test    run all tests, after setting up what they need"
	@echo "make consumers build a page with the package in each bundler and framework, and open it"
	@echo "make pkg     build the npm package in pkg/"
	@echo "make size    print the sizes of wasm and JavaScript, against their budget, and whose the bytes are"
	@echo "make bench   measure beside what one would take instead; ONLY=parse,day says what, IN=firefox where, ROUNDS=3 how often"
	@echo "make score   score the parser, where ../shared/tools/score.py is"
	@echo "make lint    formatting, clippy, types of the JavaScript"
	@echo "make audit   ask whether a dependency is known to be unsafe; AUDIT=required fails where nobody can be asked"
	@echo "make supply  list what the command is made of, with licences, in target/supply/; the npm package has its own list"
	@echo "make reproduce build the package of the last commit in two folders and compare every byte"
	@echo "make mutants break the parser in some places, one after the other, and count what the tests notice; SHARD=0/40 says which"
	@echo "make fuzz    look for files that break a promise, guided by coverage; FUZZ=text, input, pdf or structured; MINUTES=5"
	@echo "make huge    read texts of up to 100 MB with the command, and print time and memory"
	@echo "make clean   remove what was built"

demo: pkg
	@node www/serve.mjs $(PORT)

test: lint pkg $(STAMPS)/browser-npm $(STAMPS)/chromium $(STAMPS)/firefox $(STAMPS)/webkit $(if $(wildcard ../shared/schemas),$(STAMPS)/jing)
	@node tests/browser/size.mjs --budget
	cargo test --locked $(NATIVE)
	@node tests/browser/run.mjs --in=chromium,firefox,webkit
	@$(MAKE) --no-print-directory consumers

consumers: pkg $(STAMPS)/browser-npm $(STAMPS)/consumers-npm $(STAMPS)/chromium
	@node tests/consumers/run.mjs $(ONLY)

pkg: $(WASM) pkg/wasm/parse-inline.js pkg/LICENSE-MIT pkg/LICENSE-APACHE pkg/sbom.cdx.json pkg/THIRD-PARTY-LICENSES.txt

size: pkg
	@node tests/browser/size.mjs

# What is compiled for it is asked for only where it is used.
bench: pkg $(STAMPS)/browser-npm $(STAMPS)/bench-npm $(STAMPS)/chromium $(if $(ONLY),$(if $(findstring profile,$(ONLY)),$(NAMED)),$(NAMED))
	cargo build --locked $(NATIVE) --bin gijiroku
	$(if $(ONLY),,cargo bench --locked --bench parse)
	@node tests/browser/bench/run.mjs $(ONLY:%=--only=%) $(IN:%=--in=%) $(ROUNDS:%=--rounds=%)

# The modules as they are published, but with the names of their functions, for the profiles.
$(NAMED): $(WASM)
	@mkdir -p $(@D) && target/debug/glue $(BUILT) $(DATA) $(PDF) src/viewer/style.css $(@D)
	for it in parse gijiroku; do $(SMALL) -g $(@D)/$${it}_bg.wasm -o $(@D)/small.wasm && mv $(@D)/small.wasm $(@D)/$${it}_bg.wasm || exit 1; done
	@touch $@

score: $(STAMPS)/rust
	@if test -f ../shared/tools/score.py; then cargo build --locked --release --bin gijiroku && python3 ../shared/tools/score.py $(SCORED); \
	else echo "score: there is no ../shared/tools/score.py beside this folder, so there is nothing to score against"; fi
SCORED := ../shared/corpus/diet ../shared/corpus/assembly

lint: pkg
	cargo fmt --check
	cargo clippy --locked --all-targets $(NATIVE) -- -D warnings
	cargo clippy --locked --no-default-features --lib -- -D warnings
	cargo clippy --locked --no-default-features --features element,data,data-pdf --lib --target wasm32-unknown-unknown -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --features cli,viewer --lib --quiet
	pkg/node_modules/.bin/tsc --project pkg

audit: need-cargo need-node
	@node tests/audit.mjs

supply: $(STAMPS)/rust need-node
	@node pkg/supply.mjs target/supply && echo target/supply/*

reproduce: need-cargo need-node
	@node tests/reproduce.mjs

# Some of 3,400 places: what cargo-mutants would change is compiled into one library with switches, and tested with one on at a time.
mutants: need-cargo
	@test -x target/tools/bin/cargo-mutants || cargo install cargo-mutants --version 27.1.0 --root target/tools
	@mkdir -p target/mutants
	@env -u CARGO_TARGET_DIR target/tools/bin/cargo-mutants mutants --list --json $(MUTATED:%=-f 'src/%/**') $(UNREAD:%=-e src/%) >target/mutants/list.json
	@CARGO_TARGET_DIR=$(CURDIR)/target/mutants/tool cargo build --quiet --locked --manifest-path tests/mutants/Cargo.toml
	@CARGO_TARGET_DIR=$(CURDIR)/target/mutants CARGO_PROFILE_DEV_DEBUG=0 target/mutants/tool/debug/mutants target/mutants/list.json target/mutants/tree $(SHARD) \
	  --no-default-features --features json -- $(NOTICED)
SHARD   := 11/40
MUTATED := parse lower resolve text
UNREAD  := text/decode.rs text/language.rs
NOTICED := cases forms lib readings edges hidden explain supplied json query search

# What is found stands in target/fuzz, and the seeds that a run came to are kept there for the next.
fuzz: need-cargo
	@cargo +nightly -V >/dev/null 2>&1 || { echo "The fuzzer needs the nightly compiler; get it with: rustup toolchain install nightly" >&2; exit 1; }
	@test -x target/tools/bin/cargo-fuzz || cargo install cargo-fuzz --version 0.13.2 --root target/tools
	@mkdir -p target/fuzz/$(FUZZ) target/fuzz/found
	@test -f target/fuzz/$(FUZZ)-seeds.dict || cargo run --quiet --locked --manifest-path tests/fuzz/Cargo.toml --example seeds -- . $(FUZZ) target/fuzz/$(FUZZ)-seeds
	RUSTUP_TOOLCHAIN=nightly target/tools/bin/cargo-fuzz run --fuzz-dir tests/fuzz --sanitizer none $(FUZZ) target/fuzz/$(FUZZ) target/fuzz/$(FUZZ)-seeds -- \
	  -max_total_time=$$(($(MINUTES) * 60)) -timeout=20 -rss_limit_mb=2048 -max_len=65536 -dict=target/fuzz/$(FUZZ)-seeds.dict -artifact_prefix=target/fuzz/found/ -print_final_stats=1
FUZZ    := text
MINUTES := 5

huge: $(STAMPS)/rust need-node
	cargo build --locked --release --bin gijiroku
	@node tests/huge.mjs

clean:
	rm -rf target pkg/wasm pkg/node_modules pkg/LICENSE-* pkg/sbom.cdx.json pkg/THIRD-PARTY-LICENSES.txt tests/browser/node_modules tests/browser/bench/node_modules tests/consumers/node_modules tests/consumers/target

$(WASM): $(BUILT) $(DATA) $(PDF) $(STAMPS)/glue src/viewer/style.css $(STAMPS)/pkg-npm
	rm -rf target/pkg && target/debug/glue $(BUILT) $(DATA) $(PDF) src/viewer/style.css target/pkg
	for it in gijiroku parse pdf; do $(SMALL) target/pkg/$${it}_bg.wasm -o target/pkg/small.wasm && mv target/pkg/small.wasm target/pkg/$${it}_bg.wasm || exit 1; done
	rm -rf pkg/wasm && cp -R target/pkg pkg/wasm

# Of all the scripts one is made, for pages of one file.
pkg/wasm/parse-inline.js: $(WASM) pkg/inline.mjs $(wildcard pkg/*.js pkg/forms/*.js)
	node pkg/inline.mjs

# What the modules are made of; the standard library's part is known once it was built.
pkg/sbom.cdx.json: $(WASM) pkg/supply.mjs pkg/package.json LICENSE-MIT
	node pkg/supply.mjs

pkg/THIRD-PARTY-LICENSES.txt: pkg/sbom.cdx.json
	@touch $@

pkg/LICENSE-%: LICENSE-%
	cp $< $@

# One after the other in one folder, so that what they share is compiled once. Cargo gives all three the same name, and takes
# whatever has it for its own: so none is there when it begins.
$(BUILT): $(RUST) | $(STAMPS)/rust
	@mkdir -p $(@D) && rm -f $(LINKED)/deps/gijiroku.wasm
	$(MODULE) --features element
	@cp $(LINKED)/gijiroku.wasm $@

$(DATA): $(RUST) | $(STAMPS)/rust $(BUILT)
	@rm -f $(LINKED)/deps/gijiroku.wasm
	CARGO_PROFILE_WASM_OPT_LEVEL=s $(MODULE) --features data
	@cp $(LINKED)/gijiroku.wasm $@

$(PDF): $(RUST) | $(STAMPS)/rust $(DATA)
	@rm -f $(LINKED)/deps/gijiroku.wasm
	CARGO_PROFILE_WASM_OPT_LEVEL=s $(MODULE) --features data-pdf
	@cp $(LINKED)/gijiroku.wasm $@

# A stamp, not the program: `cargo test` links it anew each time, and the package is none the older for that.
$(STAMPS)/glue: src/bin/glue.rs Cargo.lock | $(STAMPS)/rust
	cargo build --locked --no-default-features --features glue --bin glue
	@mkdir -p $(@D) && touch $@

$(STAMPS)/rust: rust-toolchain.toml | need-cargo
	@test -d "$$(rustc --print target-libdir --target wasm32-unknown-unknown 2>/dev/null)" -a -d "$$(rustc --print sysroot)/lib/rustlib/src/rust/library" || \
	  rustup toolchain install || \
	  { echo "The Rust of rust-toolchain.toml is missing; get it with: rustup toolchain install" >&2; exit 1; }
	@mkdir -p $(@D) && touch $@

$(STAMPS)/pkg-npm: pkg/package-lock.json | need-node
	cd pkg && $(NPM_CI)
	@mkdir -p $(@D) && touch $@

$(STAMPS)/browser-npm: tests/browser/package-lock.json | need-node
	cd tests/browser && $(NPM_CI)
	@mkdir -p $(@D) && touch $@

$(STAMPS)/bench-npm: tests/browser/bench/package-lock.json | need-node
	cd tests/browser/bench && $(NPM_CI) --omit=optional
	@mkdir -p $(@D) && touch $@

$(STAMPS)/consumers-npm: tests/consumers/package-lock.json | need-node
	cd tests/consumers && $(NPM_CI)
	@mkdir -p $(@D) && touch $@

$(STAMPS)/chromium: | need-node
	@if node tests/browser/chromium.mjs >/dev/null 2>&1; then :; \
	elif test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk; \
	else node tests/browser/chromium.mjs; fi
	@mkdir -p $(@D) && touch $@

# Validates TEI by its schema, where that is.
$(STAMPS)/jing:
	@mkdir -p $(@D); if ! command -v jing >/dev/null && test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
	  apt-get update && apt-get install -y --no-install-recommends jing || echo "apt-get cannot install it" >&2; fi; \
	if command -v jing >/dev/null; then touch $@; else echo "jing is missing, so TEI is not validated by its schema (Debian: apt-get install jing)" >&2; fi

# Where one cannot be had the tests are run without it, and say so; with CI=true they fail.
$(STAMPS)/firefox $(STAMPS)/webkit: | need-node
	@mkdir -p $(@D); here="node tests/browser/browsers.mjs $(@F)"; \
	if ! $$here >/dev/null 2>&1 && test "$$(id -u)" = 0 && command -v apt-get >/dev/null; then \
	  apt-get update && apt-get install -y --no-install-recommends $$($$here --packages) || echo "apt-get cannot install it" >&2; fi; \
	if $$here; then touch $@; fi

need-cargo:
	@command -v cargo >/dev/null || { echo "Rust is missing; get it with: curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh" >&2; exit 1; }

need-node:
	@command -v node >/dev/null && command -v npm >/dev/null || { echo "Node.js 20 or newer is missing; get it from https://nodejs.org/ (Debian: apt-get install nodejs npm)" >&2; exit 1; }
