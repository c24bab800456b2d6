package grammar

import "github.com/alecthomas/participle/v2"

// Built reports whether participle's parser was built.
func Built() bool { return built.p != nil }

// Build builds it anew.
func Build() { participle.MustBuild[root](options()...) }
