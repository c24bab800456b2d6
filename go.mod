module github.com/gopy-lang/gopy

go 1.26.0

toolchain go1.26.8

require (
	github.com/alecthomas/participle/v2 v2.1.4
	golang.org/x/text v0.44.0
)

require golang.org/x/sys v0.50.0
