package object

// Declarations waiting for their files; each new file removes its lines.

func notYet(what string) error {
	return Errorf(&NotImplementedErrorType, "gopy does not provide %s yet", what)
}
