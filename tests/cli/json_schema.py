"""Validates JSON against the part of JSON Schema 2020-12 that docs/json-schema uses; an unknown keyword is an error."""
import re

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None), "integer": int,
         "number": (int, float)}
SPOKEN_ONLY = {"$schema", "$defs", "title", "description"}
KNOWN = SPOKEN_ONLY | {"$ref", "type", "const", "enum", "properties", "required", "additionalProperties", "items",
                       "prefixItems", "maxItems", "minItems", "minimum", "pattern"}


def is_of_type(value, name):
    if name in ("integer", "number") and isinstance(value, bool):
        return False
    return isinstance(value, TYPES[name])


def violations(value, schema, root=None, where="$"):
    """Sentences that say where and how `value` breaks `schema`; none if it is valid."""
    root = schema if root is None else root
    if schema is True:
        return
    if schema is False:
        yield f"{where}: nothing may stand here"
        return
    unknown = schema.keys() - KNOWN
    if unknown:
        yield f"{where}: the validator does not know {sorted(unknown)}"
    if "$ref" in schema:
        target = root
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        yield from violations(value, target, root, where)
    yield from plain_violations(value, schema, where)
    if isinstance(value, dict):
        yield from object_violations(value, schema, root, where)
    if isinstance(value, list):
        yield from array_violations(value, schema, root, where)


def plain_violations(value, schema, where):
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if types and not any(is_of_type(value, name) for name in types):
        yield f"{where}: {value!r} is not of type {types}"
    if "const" in schema and value != schema["const"]:
        yield f"{where}: {value!r} is not {schema['const']!r}"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{where}: {value!r} is none of {schema['enum']!r}"
    if "minimum" in schema and is_of_type(value, "number") and value < schema["minimum"]:
        yield f"{where}: {value} is below {schema['minimum']}"
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        yield f"{where}: {value!r} does not match {schema['pattern']}"


def object_violations(value, schema, root, where):
    for name in schema.get("required", []):
        if name not in value:
            yield f"{where}: {name} is missing"
    properties = schema.get("properties", {})
    for name, item in value.items():
        inner = properties.get(name, schema.get("additionalProperties", True))
        yield from violations(item, inner, root, f"{where}.{name}")


def array_violations(value, schema, root, where):
    prefix = schema.get("prefixItems", [])
    if len(value) > schema.get("maxItems", len(value)):
        yield f"{where}: more than {schema['maxItems']} items"
    if len(value) < schema.get("minItems", 0):
        yield f"{where}: has {len(value)} items"
    for number, item in enumerate(value):
        inner = prefix[number] if number < len(prefix) else schema.get("items", True)
        yield from violations(item, inner, root, f"{where}[{number}]")
