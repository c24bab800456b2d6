package time

import "time"

func processTime() int64 { return int64(time.Since(start)) }
