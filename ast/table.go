package ast

import "strings"

// ClassInfo describes a class of Python's ast module.
type ClassInfo struct {
	Name, Base string
	Abstract   bool // stands for the classes below it
	Positions  bool // has lineno and the other attributes
	Fields     []FieldInfo
}

// FieldInfo describes a field of a class. Type is its name in the abstract
// grammar: identifier, string, int, constant or a class.
type FieldInfo struct {
	Name, Type     string
	Optional, List bool
}

// Doc is the class's line of the abstract grammar; of an abstract class it
// lists the classes below it.
func (c *ClassInfo) Doc() string {
	if !c.Abstract {
		return c.signature()
	}
	sep := " | "
	var parts []string
	for i := range Classes {
		if m := &Classes[i]; m.Base == c.Name {
			if len(m.Fields) > 0 {
				sep = "\n" + strings.Repeat(" ", len(c.Name)+1) + "| "
			}
			parts = append(parts, m.signature())
		}
	}
	return c.Name + " = " + strings.Join(parts, sep)
}

func (c *ClassInfo) signature() string {
	if len(c.Fields) == 0 {
		return c.Name
	}
	parts := make([]string, len(c.Fields))
	for i, f := range c.Fields {
		parts[i] = f.Type
		if f.Optional {
			parts[i] += "?"
		}
		if f.List {
			parts[i] += "*"
		}
		parts[i] += " " + f.Name
	}
	return c.Name + "(" + strings.Join(parts, ", ") + ")"
}
