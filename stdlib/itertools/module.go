package itertools

import "github.com/gopy-lang/gopy/object"

var (
	accumulateType, batchedType, chainType, combinationsType, withReplacementType,
	compressType, countType, cycleType, dropwhileType, filterfalseType, groupbyType,
	isliceType, pairwiseType, permutationsType, productType, repeatType, starmapType,
	takewhileType, zipLongestType object.Type
)

func init() {
	for _, c := range []*class{
		{tp: &accumulateType, name: "accumulate", sig: "(iterable, func=None, *, initial=None)", doc: "Give the running totals of iterable, or of func over it.", make: accumulateMake, next: accumulateNext},
		{tp: &batchedType, name: "batched", sig: "(iterable, n, *, strict=False)", doc: "Give tuples of n items; the last may be shorter unless strict.", make: batchedMake, next: batchedNext},
		{tp: &chainType, name: "chain", sig: "(*iterables)", doc: "Give the items of each iterable in turn.", make: chainMake, next: chainNext, classMeth: []object.Func{
			{Name: "from_iterable", Sig: "($type, iterable, /)", Doc: "Chain the iterables that one iterable gives.", Fn: chainFromIterable},
			{Name: "__class_getitem__", Sig: "($type, object, /)", Doc: "See PEP 585", Fn: func(_ *thread, a []value) (value, error) { return object.NewGenericAlias(a[0], a[1]), nil }},
		}},
		{tp: &combinationsType, name: "combinations", sig: "(iterable, r)", doc: "Give the r-length selections of iterable in order.", make: poolMake, next: combinationsNext},
		{tp: &withReplacementType, name: "combinations_with_replacement", sig: "(iterable, r)", doc: "Give the r-length selections of iterable in which items may repeat.", make: poolMake, next: withReplacementNext},
		{tp: &compressType, name: "compress", sig: "(data, selectors)", doc: "Give the items of data whose selector is true.", make: compressMake, next: compressNext},
		{tp: &countType, name: "count", sig: "(start=0, step=1)", doc: "Count from start by step without end.", make: countMake, next: countNext, more: object.Slots{Repr: countRepr}},
		{tp: &cycleType, name: "cycle", sig: "(iterable, /)", doc: "Give the items of iterable again and again.", make: fromIterable, next: cycleNext},
		{tp: &dropwhileType, name: "dropwhile", sig: "(predicate, iterable, /)", doc: "Skip items while predicate holds, then give all.", make: fromFunction, next: dropwhileNext},
		{tp: &filterfalseType, name: "filterfalse", sig: "(function, iterable, /)", doc: "Give the items for which function is false.", make: filterfalseMake, next: selectNext},
		{tp: &groupbyType, name: "groupby", sig: "(iterable, key=None)", doc: "Give (key, group) pairs of neighbours with equal keys.", make: groupbyMake, next: groupbyNext},
		{tp: &isliceType, name: "islice", sig: "(iterable, start, stop=<unrepresentable>, step=<unrepresentable>, /)", doc: "Give the items that a slice of the iterable would have.", make: isliceMake, next: isliceNext},
		{tp: &pairwiseType, name: "pairwise", sig: "(iterable, /)", doc: "Give the overlapping pairs of neighbours.", make: fromIterable, next: pairwiseNext},
		{tp: &permutationsType, name: "permutations", sig: "(iterable, r=None)", doc: "Give the r-length orderings of iterable.", make: permutationsMake, next: permutationsNext},
		{tp: &productType, name: "product", sig: "(*iterables, repeat=1)", doc: "Give the tuples of the Cartesian product.", make: productMake, next: productNext},
		{tp: &repeatType, name: "repeat", sig: "(object, times=<unrepresentable>)", doc: "Give object again and again, or times times.", make: repeatMake, next: repeatNext, more: object.Slots{Repr: repeatRepr}, methods: []object.Func{
			{Name: "__length_hint__", Sig: "($self, /)", Fn: repeatHint},
		}},
		{tp: &starmapType, name: "starmap", sig: "(function, iterable, /)", doc: "Call function with the arguments each item holds.", make: fromFunction, next: starmapNext},
		{tp: &takewhileType, name: "takewhile", sig: "(predicate, iterable, /)", doc: "Give items while predicate holds.", make: fromFunction, next: takewhileNext},
		{tp: &zipLongestType, name: "zip_longest", sig: "(*iterables, fillvalue=None)", doc: "Zip until the longest ends; fillvalue stands for what is missing.", make: zipLongestMake, next: zipLongestNext},
	} {
		c.define()
	}
}

// Module declares itertools.
func Module() object.ModuleSpec {
	return object.ModuleSpec{
		Name: "itertools", Doc: "Functional tools for iterators.",
		Types: []*object.Type{
			&accumulateType, &batchedType, &chainType, &combinationsType, &withReplacementType,
			&compressType, &countType, &cycleType, &dropwhileType, &filterfalseType, &groupbyType,
			&groupType, &isliceType, &pairwiseType, &permutationsType, &productType, &repeatType,
			&starmapType, &takewhileType, &teeType, &zipLongestType,
		},
		Funcs: []object.Func{{Name: "tee", Sig: "(iterable, n=2, /)", Doc: "Return n independent iterators over one iterable.", Fn: teeCall}},
	}
}
