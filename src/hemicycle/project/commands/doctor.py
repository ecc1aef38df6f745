"""Say what this node is and whether it is well: versions, database, counts; non-zero when something is wrong."""

import argparse

from hemicycle.project.commands import set_up


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--journal", action="store_true", help="also verify every seal of the journal, from the first")


def run(options: argparse.Namespace) -> int:
    set_up()
    import json

    from hemicycle.project import doctor

    findings = doctor.examine(journal=options.journal)
    if options.json:
        print(json.dumps({"facts": findings.facts, "faults": findings.faults}, ensure_ascii=False, indent=1))  # noqa: T201
    else:
        for name, value in findings.facts.items():
            print(f"{name:<24} {value}")  # noqa: T201
        for fault in findings.faults:
            print(f"WRONG: {fault}")  # noqa: T201
        if not findings.faults:
            print("All is well.")  # noqa: T201
    return 1 if findings.faults else 0
