"""The schema for editors agrees with the bundled scenarios and refuses what the reader refuses."""
import copy
import json
import pathlib
import sys

import jsonschema

resources = pathlib.Path(sys.argv[1])
schema = json.loads((resources / "schemas/entente-scenario-1.schema.json").read_text("utf-8"))
jsonschema.Draft7Validator.check_schema(schema)
validator = jsonschema.Draft7Validator(schema)

scenarios = sorted((resources / "scenarios").glob("*.entente.json"))
assert len(scenarios) == 5, scenarios
for path in scenarios:
    errors = list(validator.iter_errors(json.loads(path.read_text("utf-8"))))
    assert not errors, (path.name, errors[0].message, list(errors[0].absolute_path))

base = json.loads((resources / "scenarios/cloud-dispute.entente.json").read_text("utf-8"))


def broken(change):
    scenario = copy.deepcopy(base)
    change(scenario)
    return scenario


changes = {
    "unknown key": lambda s: s.update(titel="x"),
    "wrong format": lambda s: s.update(format="other"),
    "newer major version": lambda s: s.update(version="2.0"),
    "unknown kind of firm": lambda s: s["firms"]["openai"].update(kind="compny"),
    "impossible date": lambda s: s.update(as_of="March 2026"),
    "firm without a name": lambda s: s["firms"]["openai"].pop("name"),
    "agreement without parties": lambda s: s["agreements"]["cloud-purchase"].pop("parties"),
    "bad id": lambda s: s["firms"].update({"Bad Id": {"name": "x", "kind": "company"}}),
}
for name, change in changes.items():
    assert list(validator.iter_errors(broken(change))), name + " is accepted"
print(len(scenarios), "scenarios agree,", len(changes), "broken ones are refused")
