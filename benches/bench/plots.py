"""Plots as SVG: lines on two logarithmic axes."""

from __future__ import annotations

from html import escape
from math import floor, log10

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 70, 190, 40, 50
COLOURS = ["#d62728", "#1f77b4", "#2ca02c", "#ff7f0e", "#9467bd", "#8c564b", "#e377c2", "#17becf", "#bcbd22", "#7f7f7f",
           "#000000", "#aec7e8"]
Lines = dict[str, list[tuple[float, float]]]


def plot(title: str, x_title: str, y_title: str, lines: Lines, names: list[str]) -> str:
    """Each line is a list of points (x, y), both above zero; its colour is the index of its name."""
    points = [point for line in lines.values() for point in line]
    x = Axis([x for x, _ in points], LEFT, WIDTH - RIGHT)
    y = Axis([y for _, y in points], HEIGHT - BOTTOM, TOP)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
        f'<text x="{LEFT}" y="20" font-size="15">{escape(title)}</text>',
        f'<text x="{(LEFT + WIDTH - RIGHT) // 2}" y="{HEIGHT - 12}" text-anchor="middle">{escape(x_title)}</text>',
        f'<text x="16" y="{HEIGHT // 2}" text-anchor="middle" transform="rotate(-90 16 {HEIGHT // 2})">'
        f"{escape(y_title)}</text>",
    ]
    for value in sorted({x for x, _ in points}):
        parts.append(_line(x.at(value), TOP, x.at(value), HEIGHT - BOTTOM, "#eeeeee"))
        parts.append(f'<text x="{x.at(value):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{value:,.0f}</text>')
    for value in y.ticks():
        parts.append(_line(LEFT, y.at(value), WIDTH - RIGHT, y.at(value), "#dddddd"))
        parts.append(f'<text x="{LEFT - 6}" y="{y.at(value) + 4:.1f}" text-anchor="end">{value:,.10g}</text>')
    labels = _apart({name: y.at(line[-1][1]) for name, line in lines.items()})
    for name, line in lines.items():
        colour = COLOURS[names.index(name)]
        path = " ".join(f"{x.at(a):.1f},{y.at(b):.1f}" for a, b in line)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x.at(a):.1f}" cy="{y.at(b):.1f}" r="3" fill="{colour}"/>' for a, b in line]
        parts.append(f'<text x="{WIDTH - RIGHT + 10}" y="{labels[name]:.1f}" fill="{colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>\n"])


class Axis:
    def __init__(self, values: list[float], start: float, end: float):
        self.low, self.high = log10(min(values)), log10(max(values))
        self.start, self.end = start, end

    def at(self, value: float) -> float:
        share = (log10(value) - self.low) / ((self.high - self.low) or 1)
        return self.start + share * (self.end - self.start)

    def ticks(self) -> list[float]:
        """1, 2 and 5 times the powers of ten in between; only the powers if that is enough."""
        powers = range(floor(self.low), floor(self.high) + 1)
        steps = [1] if self.high - self.low > 3 else [1, 2, 5]
        all_ticks = [step * 10.0**power for power in powers for step in steps]
        return [tick for tick in all_ticks if self.low <= log10(tick) <= self.high]


def _apart(places: dict[str, float]) -> dict[str, float]:
    """The same places, moved down until no two labels overlap."""
    moved, last = {}, 0.0
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        last = max(place + 4, last + 14)
        moved[name] = last
    return moved


def _line(x1: float, y1: float, x2: float, y2: float, colour: str) -> str:
    return f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}"/>'
