raise ValueError('\udc80 bad')
