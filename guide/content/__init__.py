"""The content pack: from YAML files to the domain's objects, or to a list of problems."""
