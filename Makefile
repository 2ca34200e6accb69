# make run    set everything up and open the window (a practice shift where there is no screen)
# make test   set everything up and run all tests
# make package   build what people install, into dist/
.POSIX:
.PHONY: run test test-spark setup system lint package package-test bench soak catalogue screenshots lock clean

BIN = .venv/bin

run: setup
	$(BIN)/labormeter

test: setup lint
	$(BIN)/pytest -n 2 --dist loadfile

lint:
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --quiet --check .
	$(BIN)/mypy --no-error-summary src addons ui tests benchmarks packaging
	$(BIN)/lint-imports --no-logo

setup:
	@sh packaging/setup.sh

system:
	sh packaging/system.sh

# What people install: wheel, frozen folder and Debian package, with the bill of their parts, in dist/.
package:
	sh packaging/package.sh

# Installs them as people do, from nothing: by pip, pipx and uv, and in a clean Debian (as root).
package-test: package
	sh packaging/try-package.sh

# The questions of a pool on Spark and on Spark Connect: the same answers, by hash.
test-spark: setup
	sh packaging/spark.sh
	for way in classic connect; do \
	  LABORMETER_SPARK=$$way PYTHONPATH=.setup/spark $(BIN)/pytest -p no:cacheprovider \
	    tests/labormeter/pool/test_spark.py || exit 1; \
	done

bench: setup
	$(BIN)/python -m benchmarks

# The list of what is counted, made from the packs; a test holds it against them.
catalogue: setup
	$(BIN)/python -m labormeter.rules.catalogue > docs/platforms.md

# Slow runs, whose results stand in docs: every moment of a crash, a thousand kills, rubbish, mutants,
# an hour of mixed traffic.
soak: setup
	LABORMETER_SLOW=1 $(BIN)/pytest tests/labormeter/desktop/test_own.py
	$(BIN)/python -m benchmarks.ledger kills 1000
	$(BIN)/python -m benchmarks.fuzz
	$(BIN)/python -m benchmarks.spoilt 300
	$(BIN)/python -m benchmarks.mutants
	$(BIN)/python -m benchmarks.soak 3600
	$(BIN)/python -m benchmarks.studies 1000

screenshots: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m labormeter_ui.screenshots docs/images

# Pins for all systems and both Pythons, by hash and without the name of any index.
lock:
	uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.12 \
	  --generate-hashes --no-header --no-annotate --quiet --output-file packaging/constraints.txt
	uv pip compile --group clients --universal --python-version 3.12 \
	  --generate-hashes --no-header --no-annotate --quiet \
	  --output-file packaging/constraints-clients.txt
	uv pip compile --group spark --python-version 3.12 \
	  --no-emit-package numpy --no-emit-package pandas --no-emit-package pyarrow \
	  --no-emit-package python-dateutil --no-emit-package typing-extensions --no-emit-package tzdata \
	  --generate-hashes --no-header --no-annotate --quiet \
	  --output-file packaging/constraints-spark.txt
	uv pip compile pyproject.toml --extra all --group package --universal --python-version 3.12 \
	  --constraint packaging/constraints.txt --generate-hashes --no-header --no-annotate --quiet \
	  --output-file packaging/constraints-package.txt

clean:
	rm -rf .venv .setup build dist
