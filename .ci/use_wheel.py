"""Use an installed wheel with the standard library alone: build, search, count, fork."""

import os
import sys

import hustings as hs

corpus = hs.sample_corpus()
lines = corpus.kwic("multilateral*").sort("R1 R2")
assert len(lines) == 17, len(lines)
assert "multilateralism" in repr(lines)
assert memoryview(corpus.dtm().data).nbytes > 0
assert lines.to_csv().startswith("document,position,start,end,left,node,right\n")
child = os.fork()
if child == 0:
    os._exit(int(len(hs.sample_corpus()) != 24))
assert os.waitpid(child, 0)[1] == 0
print(f"{sys.version.split()[0]}: hustings {hs.__version__} works without any other package")
