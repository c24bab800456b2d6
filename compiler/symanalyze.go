package compiler

import "maps"

// analyzer resolves the names of the scopes, outermost first.
type analyzer struct{ st *symtable }

type nameSet = map[string]bool

// block analyzes s. bound holds the names bound in enclosing functions (nil at
// the top), global those declared global around it, params the type parameters.
// It returns the names that are free in s.
func (a *analyzer) block(s *scope, bound, global, typeParams nameSet, class *scope) nameSet {
	local, free := nameSet{}, nameSet{}
	newBound, newGlobal := nameSet{}, nameSet{}
	if s.kind == classScope {
		maps.Copy(newGlobal, global)
		maps.Copy(newBound, bound)
	}
	if bound != nil {
		bound = maps.Clone(bound)
	}
	global, typeParams = maps.Clone(global), maps.Clone(typeParams)
	for _, y := range s.order {
		a.name(s, y, bound, local, free, global, typeParams, class)
	}
	if s.kind != classScope {
		if s.functionLike() {
			maps.Copy(newBound, local)
		}
		maps.Copy(newBound, bound)
		maps.Copy(newGlobal, global)
	} else {
		newBound["__class__"], newBound["__classdict__"], newBound["__conditional_annotations__"] = true, true, true
	}
	newFree := nameSet{}
	cells := nameSet{}
	for _, child := range s.children {
		var seen *scope
		if child.seesClass {
			if s.kind == classScope {
				seen = s
			} else {
				seen = class
			}
		}
		f := a.block(child, newBound, newGlobal, typeParams, seen)
		if child.comp != notComp && child.comp != genExpr && !s.seesClass {
			child.inlined = true
			inline(s, child, f, cells)
		}
		maps.Copy(newFree, f)
	}
	switch {
	case s.functionLike():
		for _, y := range s.order {
			if y.res == isLocal && (newFree[y.name] || cells[y.name]) {
				y.res = isCell
				delete(newFree, y.name)
			}
		}
	case s.kind == classScope:
		s.needsClass = takeName(newFree, "__class__")
		s.needsDict = takeName(newFree, "__classdict__")
		s.needsCond = takeName(newFree, "__conditional_annotations__")
	}
	a.update(s, bound, newFree)
	maps.Copy(free, newFree)
	return free
}

func takeName(set nameSet, name string) bool {
	had := set[name]
	delete(set, name)
	return had
}

// name resolves one name of s.
func (a *analyzer) name(s *scope, y *symbol, bound, local, free, global, typeParams nameSet, class *scope) {
	c := a.st.c
	switch {
	case y.flags&defGlobal != 0:
		if y.flags&defNonlocal != 0 {
			c.fail(y.decl, "name '%s' is nonlocal and global", y.name)
		}
		y.res = isGlobalExplicit
		global[y.name] = true
		delete(bound, y.name)
		return
	case y.flags&defNonlocal != 0:
		switch {
		case bound == nil:
			c.fail(y.decl, "nonlocal declaration not allowed at module level")
		case !bound[y.name]:
			c.fail(y.decl, "no binding for nonlocal '%s' found", y.name)
		case typeParams[y.name]:
			c.fail(y.decl, "nonlocal binding not allowed for type parameter '%s'", y.name)
		}
		y.res = isFree
		free[y.name] = true
		return
	case y.flags&defBound != 0:
		y.res = isLocal
		local[y.name] = true
		delete(global, y.name)
		if y.flags&defTypeParam != 0 {
			typeParams[y.name] = true
		} else {
			delete(typeParams, y.name)
		}
		return
	}
	if class != nil && y.name != "__classdict__" {
		if k := class.syms[y.name]; k != nil {
			if k.flags&defGlobal != 0 {
				y.res = isGlobalExplicit
				return
			}
			if k.flags&defBound != 0 && k.flags&defNonlocal == 0 {
				y.res = isGlobalImplicit
				return
			}
		}
	}
	if bound[y.name] {
		y.res = isFree
		free[y.name] = true
		return
	}
	y.res = isGlobalImplicit
}

// inline takes the comprehension's scope into s: what is free in it and local
// here needs no cell, unless a function within the comprehension wants it.
func inline(s, comp *scope, free, cells nameSet) {
	for _, y := range comp.order {
		if y.res != isFree || s.kind == classScope {
			continue
		}
		outer := s.syms[y.name]
		if outer == nil || outer.flags&defBound == 0 {
			continue
		}
		if freeInChild(comp, y.name) {
			cells[y.name] = true
		} else {
			delete(free, y.name)
		}
	}
}

func freeInChild(s *scope, name string) bool {
	for _, ch := range s.children {
		if ch.inlined {
			if freeInChild(ch, name) {
				return true
			}
			continue
		}
		if y := ch.syms[name]; y != nil && (y.res == isFree || y.flags&defFreeClass != 0) {
			return true
		}
	}
	return false
}

// update adds to s the names that are free in its children.
func (a *analyzer) update(s *scope, bound, free nameSet) {
	for name := range free {
		if y := s.syms[name]; y != nil {
			if s.kind == classScope || s.seesClass {
				y.flags |= defFreeClass
			}
			continue
		}
		if !bound[name] {
			continue
		}
		y := s.sym(name)
		y.res = isFree
	}
}
