zzzzqqq
