# Commands for working on gopy. CI runs `bash .ci/run`.

.PHONY: build test race lint generate record bench cross conformance

build:
	go build -o bin/gopy ./cmd/gopy

# Everything that must hold before a change lands: Go tests and the scripts
# under tests/ compared with outputs recorded from CPython.
test:
	go vet ./...
	go test ./...
	go test -count=1 ./tests

race:
	go test -race -gcflags=github.com/gopy-lang/gopy/vm=-d=checkptr=0 -gcflags=github.com/gopy-lang/gopy/object=-d=checkptr=0 ./...

lint:
	test -z "$$(gofmt -l .)"
	go vet ./...

generate:
	go generate ./...

# Record the outputs of the scripts under tests/ with CPython 3.14: make record PY314=python3.14
record:
	go test ./tests -run "TestScripts|TestInventory" -record $(PY314)

bench: build
	go run ./bench

cross:
	GOOS=darwin GOARCH=arm64 go vet ./...
	GOOS=windows GOARCH=amd64 go vet ./...
	GOOS=linux GOARCH=arm64 go build ./...

# CPython's own tests under gopy: make conformance PY314=python3.14
conformance: build
	go run ./tests/conformance -write -python $(PY314)
