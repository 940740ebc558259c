# `make run` and `make test` are all a newcomer needs; each installs what is missing first.

PREFIX ?= /usr/local
DESTDIR ?=

packages := libncurses-dev libfribidi-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsimdjson-dev \
  unicode-data pkg-config tmux python3-jsonschema
libraries := ncursesw fribidi libcmark-gfm simdjson

.PHONY: run test build install lint deps

# Nothing but jahiz writes to stdout here, so that `make -s run | less` shows the report alone.
run: build
	@exec .build/release/jahiz matrices/demo

# Plain `swift test` comes last: its closing line is the answer.
test: deps lint
	@swift build --build-tests --quiet
	@swift test

build: deps
	@[ -x .build/release/jahiz ] || echo "Building jahiz; the first time takes a few minutes …" >&2
	@swift build -c release --static-swift-stdlib --product jahiz --quiet >&2

# The binary itself says what its manual and completions are.
share := $(DESTDIR)$(PREFIX)/share
install: build
	@install -d "$(DESTDIR)$(PREFIX)/bin" "$(share)/man/man1" \
	  "$(share)/bash-completion/completions" "$(share)/zsh/site-functions" "$(share)/fish/vendor_completions.d"
	@install -s -m 755 .build/release/jahiz "$(DESTDIR)$(PREFIX)/bin/jahiz"
	@.build/release/jahiz man >"$(share)/man/man1/jahiz.1"
	@.build/release/jahiz --generate-completion-script bash >"$(share)/bash-completion/completions/jahiz"
	@.build/release/jahiz --generate-completion-script zsh >"$(share)/zsh/site-functions/_jahiz"
	@.build/release/jahiz --generate-completion-script fish >"$(share)/fish/vendor_completions.d/jahiz.fish"

lint:
	@swift format lint --strict --recursive Sources Tests themes Package.swift

# Installs what is missing on Debian and its kin; says what to install elsewhere.
deps:
	@command -v swift >/dev/null || { \
	  echo "jahiz needs Swift 6.1 or newer: https://www.swift.org/install/" >&2; exit 1; }
	@if command -v dpkg >/dev/null && command -v apt-get >/dev/null; then \
	  missing=; \
	  for package in $(packages); do \
	    dpkg -s $$package 2>/dev/null | grep -q '^Status: install ok installed' || missing="$$missing $$package"; \
	  done; \
	  command -v python3 >/dev/null || missing="$$missing python3"; \
	  [ -n "$$missing" ] || exit 0; \
	  root=; \
	  if [ "$$(id -u)" -ne 0 ]; then \
	    command -v sudo >/dev/null || { echo "Install as root, then try again: apt-get install$$missing" >&2; exit 1; }; \
	    root=sudo; \
	  fi; \
	  echo "Installing$$missing …" >&2; \
	  $$root apt-get update -qq >&2 && \
	    $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >&2; \
	elif ! { command -v pkg-config >/dev/null && pkg-config --exists $(libraries); }; then \
	  echo "jahiz needs the development files of ncurses (wide), fribidi, cmark-gfm with extensions, and simdjson," >&2; \
	  echo "Unicode's BidiCharacterTest.txt in /usr/share/unicode and Python's jsonschema for the tests, and pkg-config." >&2; \
	  echo "make installs them on Debian and its kin only: install them with this system's package manager." >&2; \
	  exit 1; \
	fi
