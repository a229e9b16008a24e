# Runs commands of pkilint in one process, since each by itself takes a second to start. Standard input: a JSON list of
# commands, each a list of words; standard output: a list of {status, output}, in the same order.
import contextlib
import importlib
import io
import json
import sys


def run(command):
    tool = importlib.import_module(f"pkilint.bin.{command[0]}")
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        status = tool.main(command[1:])
    return {"status": status, "output": output.getvalue()}


json.dump([run(command) for command in json.load(sys.stdin)], sys.stdout)
