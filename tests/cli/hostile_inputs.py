"""Inputs that mean harm, or look like it: what each is, how it is made, and what must become of it.

Each is made when it is tested, from nothing but this code, so the same bytes every time; nothing large is committed.
The lists are in hostile_office.py, hostile_pdf.py, hostile_web.py, hostile_records.py and hostile_files.py.
"""
import dataclasses
import typing

GOOD = "The bridge at Halabiyah was repaired in April 2018, said the council of al-Tibni. "

# What must become of an input. In each case the build ends by itself and the other articles are searchable.
SKIPPED = "skipped"  # exit code 3 and a line that names the file, or the record, as skipped
READ = "read"        # exit code 0, or 3 if `says` is given too; `finds` is found
WARNED = "warned"    # exit code 0 and a line that names the file with a warning
EITHER = "either"    # read, or skipped by name: a limit may stand in the way, silence may not


@dataclasses.dataclass(frozen=True)
class Hostile:
    name: str  # of the file in the archive; the name of the test comes from it
    make: typing.Any  # bytes, a function that returns bytes, or one that takes the path and makes what is there
    outcome: str
    says: str = ""  # a regular expression that a message about it must match
    finds: str = ""  # a word of it that a search must find
    never: tuple = ()  # what must be in no passage, no title and no message
    about: str = ""  # what messages name it by, where that is not its name
    made_by_path: bool = False  # `make` takes the path


def placed(path, hostile):
    """Makes the input at `path`."""
    if hostile.made_by_path:
        hostile.make(path)
    else:
        path.write_bytes(hostile.make() if callable(hostile.make) else hostile.make)


def all_inputs():
    # Imported here: the lists import this module for the words above.
    import hostile_files
    import hostile_office
    import hostile_pdf
    import hostile_records
    import hostile_web
    return [*hostile_office.INPUTS, *hostile_pdf.INPUTS, *hostile_web.INPUTS, *hostile_records.INPUTS,
            *hostile_files.INPUTS]
