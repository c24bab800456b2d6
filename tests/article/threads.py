from concurrent.futures import ThreadPoolExecutor
import urllib.request, time

def fetch(url):
    with urllib.request.urlopen(url) as r:
        return url, len(r.read())

urls = ["https://example.com"] * 5

start = time.perf_counter()
with ThreadPoolExecutor(max_workers=5) as ex:
    results = list(ex.map(fetch, urls))
print("Fetched:", results)
print("Time:", time.perf_counter() - start)
