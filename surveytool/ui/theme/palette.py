"""Colours by what they are for, in a light and a dark set."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tone:
    """A colour that means something: its ink on its own pale ground."""

    ink: str
    ground: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the program; ink on ground is at least 4.5 to 1."""

    ground: str
    card: str
    line: str
    strong_line: str
    ink: str
    soft: str
    faint: str
    rail: str
    rail_active: str
    rail_ink: str
    accent: str
    accent_hover: str
    accent_ink: str
    focus: str
    selection: str
    hover: str
    track: str
    head: str
    tones: dict[str, Tone]

    def tone(self, name: str) -> Tone:
        """Return a tone by its name; an unknown name is the plain one."""
        return self.tones.get(name, self.tones["plain"])


LIGHT = Palette(
    ground="#f3f5f9",
    card="#ffffff",
    line="#e2e7ee",
    strong_line="#c9d2de",
    ink="#15233b",
    soft="#56657a",
    faint="#6b788c",
    rail="#17375e",
    rail_active="#265a93",
    rail_ink="#c6d6ea",
    accent="#1c5ca6",
    accent_hover="#17508f",
    accent_ink="#ffffff",
    focus="#2f7be0",
    selection="#e4effb",
    hover="#f3f7fc",
    track="#dfe5ed",
    head="#f8fafc",
    tones={
        "plain": Tone("#4a586c", "#eef1f5"),
        "blue": Tone("#1c5ca6", "#e4effb"),
        "green": Tone("#146c43", "#e0f3e8"),
        "amber": Tone("#855400", "#fdf0d3"),
        "orange": Tone("#a8480a", "#fde9da"),
        "red": Tone("#b0212b", "#fde6e7"),
        "purple": Tone("#6b3fa0", "#f0e9f9"),
    },
)

DARK = Palette(
    ground="#12181f",
    card="#1a222c",
    line="#2b3644",
    strong_line="#3d4b5d",
    ink="#e8eef6",
    soft="#adbacb",
    faint="#93a1b4",
    rail="#0d1319",
    rail_active="#1f4a7a",
    rail_ink="#b8c7da",
    accent="#2f77c9",
    accent_hover="#3a86dc",
    accent_ink="#ffffff",
    focus="#6cb0ff",
    selection="#1f3550",
    hover="#202b37",
    track="#2f3b4a",
    head="#1e2731",
    tones={
        "plain": Tone("#b9c5d4", "#27313d"),
        "blue": Tone("#8cc0ff", "#1b3350"),
        "green": Tone("#7fd6a6", "#173427"),
        "amber": Tone("#f0c566", "#3a2e14"),
        "orange": Tone("#f5a877", "#3d2818"),
        "red": Tone("#ff9aa0", "#421d21"),
        "purple": Tone("#cbb0f0", "#31264a"),
    },
)
