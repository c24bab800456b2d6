print({k: v[k] for k, v in {'a': {}}.items()})
