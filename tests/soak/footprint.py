"""Memory and descriptors of processes over time, and whether they grow."""
import statistics

from serving import descriptors, resident_kilobytes

WARM_UP = 0.25  # of the samples: what is kept for later searches comes in then
MOST_GROWTH = 1.05
SOME_MEMORY = 4096  # KiB
SOME_DESCRIPTORS = 8  # the files of a generation that is just being replaced, twice
MOST_GENERATIONS = 4  # the current one, one being written, and those that a reader still holds


class Footprints:
    def __init__(self, processes, file=None):
        self.processes = processes  # ids by name
        self.samples = {name: [] for name in processes}
        self.generations = []
        self.file = file.open("w", encoding="utf-8") if file else None

    def sample(self, generations):
        self.generations.append(generations)
        for name, process in self.processes.items():
            taken = (resident_kilobytes(process), descriptors(process))
            self.samples[name].append(taken)
            if self.file:
                print(len(self.samples[name]), name, *taken, generations, sep="\t", file=self.file, flush=True)

    def growth(self):
        """What grew, a sentence each: the last quarter beside the one behind the warm-up."""
        quarter = int(len(self.generations) * WARM_UP)
        if quarter < 2:
            return ["it was too short to say whether anything grows"]
        grown = []
        for name, samples in self.samples.items():
            for what, least, values in [("KiB of memory", SOME_MEMORY, [memory for memory, _ in samples]),
                                        ("descriptors", SOME_DESCRIPTORS, [count for _, count in samples])]:
                before, after = statistics.median(values[quarter:2 * quarter]), statistics.median(values[-quarter:])
                if after > before * MOST_GROWTH + least:
                    grown.append(f"{name}: {before:.0f} {what}, at the end {after:.0f}")
        if max(self.generations[quarter:]) > MOST_GENERATIONS:
            grown.append(f"there were {max(self.generations)} generations")
        return grown
