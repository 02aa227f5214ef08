"""The same methods as a careful analyst writes them with NumPy and pandas. Reads what regional.mjs wrote, prints JSON.

Usage: regional.py FOLDER TIMES
"""
import json
import statistics
import sys
import time

import numpy as np
import pandas as pd

folder, times = sys.argv[1], int(sys.argv[2])
shape = json.load(open(f"{folder}/shape.json"))
regions, industries, years = shape["regions"], shape["industries"], shape["years"]
read = lambda name: np.fromfile(f"{folder}/{name}.f64")
panel = read("panel").reshape(years, regions, industries)
counties = read("counties").reshape(shape["counties"], industries)
distance = read("distance").reshape(regions, regions)
competitive = read("competitive").reshape(shape["chapters"], regions)
group = np.array(shape["group"])


def lq(x):
    return (x / x.sum(1, keepdims=True)) / (x.sum(0) / x.sum())


def presence(x):
    with np.errstate(all="ignore"):
        return (lq(x) >= 1).astype(float)


def proximity(m):
    together = m.T @ m
    ubiquity = m.sum(0)
    with np.errstate(all="ignore"):
        phi = together / np.maximum.outer(ubiquity, ubiquity)
    return np.nan_to_num(phi)


def density(m, phi):
    return m @ phi / phi.sum(0)


def complexity(m):
    diversity, ubiquity = m.sum(1), m.sum(0)
    smaller = (m / diversity[:, None]) @ (m / ubiquity).T
    values, vectors = np.linalg.eig(smaller)
    second = np.argsort(values.real)[-2]
    eci = vectors[:, second].real
    eci *= np.sign(np.corrcoef(eci, diversity)[0, 1])
    pci = (m / ubiquity).T @ eci
    return (eci - eci.mean()) / eci.std(), (pci - eci.mean()) / eci.std()


def long_panel():
    """Long records, as files come: year, region, industry, value."""
    year, region, industry = np.indices(panel.shape)
    return pd.DataFrame(
        {"year": year.ravel(), "region": region.ravel(), "industry": industry.ravel(), "value": panel.ravel()}
    )


def lq_pandas(frame):
    own = frame.groupby(["year", "region"]).value.transform("sum")
    industry = frame.groupby(["year", "industry"]).value.transform("sum")
    whole = frame.groupby("year").value.transform("sum")
    return (frame.value / own) / (industry / whole)


def theil_pandas(frame):
    """Theil within and between the four regions, for each year and industry."""
    frame = frame.assign(group=group[frame.region.to_numpy()])
    by = frame.groupby(["year", "industry"]).value
    share = frame.value / by.transform("sum")
    total = (share * np.log(share * regions)).groupby([frame.year, frame.industry]).sum()
    grouped = frame.assign(share=share).groupby(["year", "industry", "group"]).share.agg(["sum", "count"])
    between = (grouped["sum"] * np.log(grouped["sum"] / (grouped["count"] / regions))).groupby(level=[0, 1]).sum()
    return total, between, total - between


def shift_share_pandas(frame):
    """Dunn's components year by year, added up (Barff and Knight)."""
    frame = frame.sort_values(["region", "industry", "year"])
    before = frame.groupby(["region", "industry"]).value.shift()
    held = frame.assign(before=before).dropna()
    now, then = held.groupby(["year"])[["value", "before"]].transform("sum").to_numpy().T
    nation = now / then - 1
    in_industry = held.groupby(["year", "industry"])[["value", "before"]].transform("sum")
    industry = in_industry.value / in_industry.before - 1
    own = held.value / held.before - 1
    parts = pd.DataFrame(
        {
            "region": held.region,
            "industry": held.industry,
            "national": held.before * nation,
            "mix": held.before * (industry - nation),
            "competitive": held.before * (own - industry),
        }
    )
    return parts.groupby(["region", "industry"]).sum()


def implied_transfer(epsilon):
    """Sinkhorn in the log domain, industry by industry."""
    summed = np.zeros((regions, regions))
    for parts in competitive:
        losers, winners = np.flatnonzero(parts < 0), np.flatnonzero(parts > 0)
        a, b = -parts[losers], parts[winners]
        k = -distance[np.ix_(losers, winners)] / epsilon + np.log(np.outer(a, b) / a.sum())
        f, g = np.zeros(len(a)), np.zeros(len(b))
        log_a, log_b = np.log(a), np.log(b)
        for _ in range(10000):
            m = k + g
            top = m.max(1)
            f = log_a - top - np.log(np.exp(m - top[:, None]).sum(1))
            m = k + f[:, None]
            top = m.max(0)
            g = log_b - top - np.log(np.exp(m - top).sum(0))
            plan = np.exp(k + f[:, None] + g)
            if np.abs(plan.sum(1) - a).sum() < 1e-7 * a.sum():
                break
        summed[np.ix_(losers, winners)] += plan
    return summed


def measure(work):
    """Median of so many runs after one to warm up; what takes more than two seconds is run once."""
    start = time.perf_counter()
    work()
    first = (time.perf_counter() - start) * 1000
    if first > 2000:
        return first
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def main():
    frame = long_panel()
    year, many = presence(panel[-1]), presence(counties)
    near_year, near_many = proximity(year), proximity(many)
    work = {
        "lq": lambda: [lq(x) for x in panel],
        "lq-counties": lambda: lq(counties),
        "lq-long": lambda: lq_pandas(frame),
        "proximity": lambda: proximity(year),
        "proximity-counties": lambda: proximity(many),
        "density": lambda: density(year, near_year),
        "density-counties": lambda: density(many, near_many),
        "eci": lambda: complexity(year),
        "eci-counties": lambda: complexity(many),
        "theil-long": lambda: theil_pandas(frame),
        "shift-share-long": lambda: shift_share_pandas(frame),
    }
    checks = {
        "lq": float(np.nansum(lq(panel[-1]))),
        "proximity": float(near_year.sum()),
        "density": float(np.nansum(density(year, near_year))),
        "eci": float(np.abs(complexity(year)[0]).sum()),
        "theil-long": float(theil_pandas(frame)[2].sum()),
        "shift-share-long": float(shift_share_pandas(frame).competitive.abs().sum()),
    }
    plan = []
    work["implied-transfer"] = lambda: plan.append(implied_transfer(shape["epsilon"]))
    blas = "OpenBLAS" if "openblas" in open("/proc/self/maps").read().lower() else "reference BLAS"
    ms = {name: measure(run) for name, run in work.items()}
    checks["implied-transfer"] = float((plan[-1] * distance).sum())
    print(
        json.dumps(
            {
                "versions": f"NumPy {np.__version__} with {blas}, pandas {pd.__version__}, Python {sys.version.split()[0]}",
                "ms": ms,
                "checks": checks,
            }
        )
    )


main()
