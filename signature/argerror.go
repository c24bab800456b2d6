package signature

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Style is a calling convention of CPython's C functions. It decides the words
// that report wrong arguments.
type Style uint8

// The conventions.
const (
	StyleNoArgs     Style = iota // METH_NOARGS
	StyleOne                     // METH_O
	StylePositional              // METH_FASTCALL, arguments counted by _PyArg_CheckPositional
	StyleKeywords                // METH_FASTCALL|METH_KEYWORDS, unpacked by _PyArg_UnpackKeywords
)

// Style returns the convention Argument Clinic chooses for the signature.
func (p *Plan) Style() Style {
	switch {
	case p.NPosOnly != p.NPos || p.KwOnlyEnd > p.KwOnlyStart || p.VarKw >= 0:
		return StyleKeywords
	case p.VarPos >= 0:
		return StylePositional
	case p.NPos == p.NBound:
		return StyleNoArgs
	case p.NPos == p.NBound+1 && p.MinPos == p.NPos:
		return StyleOne
	}
	return StylePositional
}

// ArgError returns the message of the TypeError that CPython raises when the
// built-in function or method with this signature is called with nargs
// positional arguments, the bound one not counted, and the given keywords. It
// returns "" if the arguments fit.
//
// The name is the one CPython shows for the function: the module or type, a dot
// and the name ("math.sqrt", "list.append"), for builtins the name alone
// ("len"). The texts that use the short name only take it from there.
func (p *Plan) ArgError(name string, nargs int, keywords []string) string {
	style := p.Style()
	if style == StyleKeywords {
		return p.unpackError(short(name), nargs, keywords)
	}
	if len(keywords) > 0 {
		return name + "() takes no keyword arguments"
	}
	switch {
	case style == StyleNoArgs && nargs != 0:
		return fmt.Sprintf("%s() takes no arguments (%d given)", name, nargs)
	case style == StyleOne && nargs != 1:
		return fmt.Sprintf("%s() takes exactly one argument (%d given)", name, nargs)
	}
	return p.countError(short(name), nargs)
}

// NewArgError is ArgError for the constructor of a built-in type, where CPython
// has fewer conventions. The name is the type's.
func (p *Plan) NewArgError(name string, nargs int, keywords []string) string {
	name = short(name)
	style := p.Style()
	if style == StyleKeywords {
		return p.unpackError(name, nargs, keywords)
	}
	if style == StyleNoArgs && nargs+len(keywords) > 0 {
		return name + "() takes no arguments"
	}
	if len(keywords) > 0 {
		return name + "() takes no keyword arguments"
	}
	return p.countError(name, nargs)
}

// WrapperArgError is ArgError for the method that wraps a slot, such as
// int.__add__.
func (p *Plan) WrapperArgError(name string, nargs int, keywords []string) string {
	name = short(name)
	if len(keywords) > 0 && p.Style() != StyleKeywords {
		return fmt.Sprintf("wrapper %s() takes no keyword arguments", name)
	}
	lo, hi := p.MinPos-p.NBound, p.NPos-p.NBound
	switch {
	case p.Style() == StyleKeywords:
		return p.unpackError(name, nargs, keywords)
	case nargs >= lo && (nargs <= hi || p.VarPos >= 0):
		return ""
	case name == "__pow__" || name == "__rpow__" || name == "__ipow__":
		return fmt.Sprintf("expected %d or %d arguments, got %d", lo, hi, nargs)
	case lo == hi && hi < 2:
		return fmt.Sprintf("expected %d argument%s, got %d", lo, plural(lo), nargs)
	}
	return p.countError(name, nargs)
}

// countError checks a number of positional arguments in the words of
// _PyArg_CheckPositional.
func (p *Plan) countError(name string, nargs int) string {
	lo, hi := p.MinPos-p.NBound, p.NPos-p.NBound
	if p.VarPos >= 0 {
		hi = math.MaxInt
	}
	say := func(bound string, n int) string {
		if lo == hi {
			bound = ""
		}
		return fmt.Sprintf("%s expected %s%d argument%s, got %d", name, bound, n, plural(n), nargs)
	}
	switch {
	case nargs < lo:
		return say("at least ", lo)
	case nargs > hi:
		return say("at most ", hi)
	}
	return ""
}

// unpackError checks the arguments in the order and in the words of
// _PyArg_UnpackKeywords.
func (p *Plan) unpackError(name string, nargs int, keywords []string) string {
	minPos, maxPos, posOnly := p.MinPos-p.NBound, p.NPos-p.NBound, p.NPosOnly-p.NBound
	total := maxPos + p.KwOnlyEnd - p.KwOnlyStart
	variadic := p.VarPos >= 0
	if p.VarKw >= 0 && posOnly == maxPos {
		// Argument Clinic has no **kwargs: such functions are written by hand
		// and count what remains.
		return p.countError(name, nargs)
	}
	if given := nargs + len(keywords); given > total && !variadic && p.VarKw < 0 {
		kind := ""
		if nargs == 0 {
			kind = "keyword "
		}
		return fmt.Sprintf("%s() takes at most %d %sargument%s (%d given)", name, total, kind, plural(total), given)
	}
	if nargs > maxPos && !variadic {
		if maxPos == 0 {
			return name + "() takes no positional arguments"
		}
		return positionalError(name, "at most", minPos == maxPos, maxPos, nargs)
	}
	if lo := min(posOnly, minPos); nargs < lo {
		return positionalError(name, "at least", lo == maxPos && !variadic, lo, nargs)
	}
	if s := p.missingError(name, nargs, keywords); s != "" {
		return s
	}
	return p.keywordError(name, nargs, keywords)
}

func positionalError(name, bound string, exact bool, n, nargs int) string {
	if exact {
		bound = "exactly"
	}
	return fmt.Sprintf("%s() takes %s %d positional argument%s (%d given)", name, bound, n, plural(n), nargs)
}

// missingError reports the first required parameter without an argument.
func (p *Plan) missingError(name string, nargs int, keywords []string) string {
	for i := range p.Params {
		q := &p.Params[i]
		if q.Kind == VarPositional || q.Kind == VarKeyword || q.HasDefault {
			continue
		}
		pos := i - p.NBound // counted without *args, as CPython does
		if q.Kind == KeywordOnly {
			pos = p.NPos - p.NBound + i - p.KwOnlyStart
		} else if pos < nargs {
			continue
		}
		if q.Kind != PositionalOnly && slices.Contains(keywords, q.Name) {
			continue
		}
		return fmt.Sprintf("%s() missing required argument '%s' (pos %d)", name, q.Name, pos+1)
	}
	return ""
}

// keywordError reports the first keyword that fills nothing.
func (p *Plan) keywordError(name string, nargs int, keywords []string) string {
	for i := p.NPosOnly; i < p.NPos && i-p.NBound < nargs; i++ {
		if q := &p.Params[i]; slices.Contains(keywords, q.Name) {
			return fmt.Sprintf("argument for %s() given by name ('%s') and position (%d)", name, q.Name, i-p.NBound+1)
		}
	}
	if p.VarKw >= 0 {
		return ""
	}
	for _, k := range keywords {
		if p.Keyword(k) >= 0 {
			continue
		}
		text := fmt.Sprintf("%s() got an unexpected keyword argument '%s'", name, k)
		if meant := Suggest(k, p.Keywords()); meant != "" {
			text += fmt.Sprintf(". Did you mean '%s'?", meant)
		}
		return text
	}
	return ""
}

func short(name string) string { return name[strings.LastIndexByte(name, '.')+1:] }

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}
