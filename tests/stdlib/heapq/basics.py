import heapq, bisect, random
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
random.seed(1)
x=[(i*7919)%101 for i in range(60)]; h=x[:]; heapq.heapify(h); t(lambda: h); t(lambda: [heapq.heappop(h) for _ in range(len(h))]==sorted(x))
h=x[:]; heapq.heapify_max(h); t(lambda: h); t(lambda: [heapq.heappop_max(h) for _ in range(len(h))]==sorted(x,reverse=True))
t(lambda: heapq.nsmallest(5,x)); t(lambda: heapq.nlargest(5,x)); t(lambda: heapq.nlargest(3,['aa','b','ccc','dd'],key=len)); t(lambda: heapq.nsmallest(3,['aa','b','ccc','dd'],key=len)); t(lambda: heapq.nsmallest(0,x)); t(lambda: heapq.nsmallest(-1,x)); t(lambda: heapq.nlargest(1,x)); t(lambda: heapq.nsmallest(1,[])); t(lambda: heapq.nsmallest(100,[3,1,2])); t(lambda: heapq.nsmallest('a',[1])) ; t(lambda: heapq.nlargest(2,[1,'a']))
t(lambda: list(heapq.merge([1,4],[2,3],[0,9]))); t(lambda: list(heapq.merge([4,1],[3,2],reverse=True))); t(lambda: list(heapq.merge(['a','ccc'],['bb'],key=len)))
t(lambda: heapq.heappop([])); t(lambda: heapq.heappush((),1)); t(lambda: heapq.heapreplace([],1)); t(lambda: heapq.heappushpop([],1)); t(lambda: heapq.heappushpop([5],1)); t(lambda: heapq.heappushpop([5],7)); t(lambda: heapq.heapreplace([5],7)); t(lambda: heapq.heapify(3)); t(lambda: heapq.heappush([1],'a')); t(lambda: heapq.heappush())
L=[1,2,2,3]
for f in (bisect.bisect,bisect.bisect_left,bisect.bisect_right): t(lambda: f(L,2)); t(lambda: f(L,2,3)); t(lambda: f(L,2,0,2)); t(lambda: f(L,2,lo=-1)); t(lambda: f(L,'a')); t(lambda: f(L,-2,key=lambda v:-v)); t(lambda: f(3,3)); t(lambda: f(L,9,0,None)); t(lambda: f(L)); t(lambda: f(L,2,0,9))
l=[]; 
for v in x: bisect.insort(l,v)
t(lambda: l==sorted(x)); l2=[]; bisect.insort_left(l2,3); bisect.insort_left(l2,3.0); t(lambda: l2); l3=['bb','a']; bisect.insort(l3,'ccc',key=lambda s:-len(s)); t(lambda: l3)
