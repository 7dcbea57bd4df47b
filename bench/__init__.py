"""The benchmarks: each prints both sides' figures and their ratio, measured in the same run."""
