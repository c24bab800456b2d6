package fcntl

var systemConsts = map[string]int{"F_FULLFSYNC": 51, "F_NOCACHE": 48}
