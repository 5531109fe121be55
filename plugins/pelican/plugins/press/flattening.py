"""Templates made flat: one template without includes, inheritance and constants, ready to render.

A page of an archive goes through a dozen includes and fifty translated words, and the machinery
around them takes more time than the page. So the syntax trees of a template, of its parents and of
its parts are put together into one, and what is the same on every page is worked out beforehand.
What cannot be put together with the same meaning (macros in a child, `super()`, names worked out
at run time) is left to Jinja.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import BuiltinMethodType, CodeType, FunctionType, MethodType
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound, nodes
from jinja2.visitor import NodeTransformer

from .quickening import quick_code

TRANSLATORS = frozenset({"_", "gettext"})
IMPORTS = (nodes.Import, nodes.FromImport)
ASSIGNMENTS = (nodes.Assign, nodes.AssignBlock, nodes.Macro, *IMPORTS)
FUNCTIONS = (FunctionType, MethodType, BuiltinMethodType)
SIMPLE = (str, int, float, bool, type(None))


def flat_code(environment: Environment, name: str, constants: Mapping[str, Any]) -> CodeType | None:
    """Return the code of a template that renders as `name` does when `constants` are what they are.

    None when the template can't be put together. Raises what Jinja raises when it is broken.
    """
    try:
        tree = _whole(environment, name)
    except TemplateNotFound:  # Jinja tells where it is asked for, if it ever is
        return None
    if tree is None:
        return None
    assigned = {n.name for n in tree.find_all(nodes.Name) if n.ctx != "load"}
    fixed = {k: v for k, v in constants.items() if isinstance(v, SIMPLE) and k not in assigned}
    tree = _Constants(environment, fixed).visit(tree)
    _join_outputs(tree)
    tree.set_environment(environment)
    _, filename, _ = environment.loader.get_source(environment, name)
    functions = {k for k, v in environment.globals.items() if k not in assigned and _is_plain(v)}
    return quick_code(environment._generate(tree, name, filename), filename or name, functions)


def template_of(environment: Environment, code: CodeType) -> Template:
    """Return the template of some code from `flat_code`.

    Its `root_render_func` gives pieces for `quickening.joined`, or raises where Jinja would look
    further.
    """
    namespace: dict[str, Any] = {"environment": environment, "__file__": code.co_filename}
    exec(code, namespace)
    return environment.template_class._from_namespace(environment, namespace, environment.globals)


def _whole(environment: Environment, name: str) -> nodes.Template | None:
    """Return the tree of a template with its parents' and parts' in place; None if it can't be."""
    overrides: dict[str, list[nodes.Node]] = {}
    prologue: list[nodes.Node] = []
    while True:
        tree = _tree(environment, name)
        parent = next(tree.find_all(nodes.Extends), None)
        if _looks_up(tree) or (parent is not None and not _is_plain_child(tree)):
            return None
        for block in tree.find_all(nodes.Block):
            overrides.setdefault(block.name, block.body)
        if parent is None:
            tree.body = [*prologue, *tree.body]
            return _Inliner(environment, overrides).visit(tree)
        # A child's imports and settings come before its parents' text.
        prologue = [n for n in tree.body if isinstance(n, (nodes.Assign, *IMPORTS))] + prologue
        name = parent.template.value


def _tree(environment: Environment, name: str) -> nodes.Template:
    source, filename, _ = environment.loader.get_source(environment, name)
    return environment._parse(source, name, filename)


def _is_plain_child(tree: nodes.Template) -> bool:
    """Tell whether a child template holds its parent's name, blocks, imports and settings only."""
    for node in tree.body:
        if isinstance(node, nodes.Extends):
            if not isinstance(node.template, nodes.Const):
                return False
        elif isinstance(node, nodes.Output):
            if not all(isinstance(n, nodes.TemplateData) for n in node.nodes):
                return False
        elif not isinstance(node, (nodes.Block, nodes.Assign, *IMPORTS)):
            return False
    return True


def _is_plain(function: Any) -> bool:
    """Tell whether Jinja would call this with the template's words and nothing else."""
    return isinstance(function, FUNCTIONS) and not hasattr(function, "jinja_pass_arg")


def _looks_up(tree: nodes.Template) -> bool:
    return any(name.name in ("super", "self") for name in tree.find_all(nodes.Name))


def _asks_loop(node: nodes.Node) -> bool:
    """Tell whether a part asks for `loop` outside its own loops: a part never sees another's."""
    return any(
        child.name == "loop"
        if isinstance(child, nodes.Name)
        else not isinstance(child, nodes.For) and _asks_loop(child)
        for child in node.iter_child_nodes()
    )


class _Inliner(NodeTransformer):
    """Puts the bodies of blocks and of included templates where they are called."""

    def __init__(self, environment: Environment, overrides: Mapping[str, list[nodes.Node]]) -> None:
        self._environment = environment
        self._overrides = overrides
        self._within: list[str] = []  # the parts around what is visited

    def visit_Block(self, node: nodes.Block) -> nodes.Node:
        body = self._overrides[node.name]
        return nodes.Scope(self._visited(body), lineno=node.lineno)

    def visit_Include(self, node: nodes.Include) -> nodes.Node:
        if not isinstance(node.template, nodes.Const) or node.ignore_missing:
            return node
        if not node.with_context or not isinstance(node.template.value, str):
            return node
        name = node.template.value
        part = _tree(self._environment, name)
        if name in self._within or part.find((nodes.Extends, nodes.Block)) or _asks_loop(part):
            return node  # a part that draws itself in again is left to Jinja
        self._within.append(name)
        try:
            return nodes.Scope(self._visited(part.body), lineno=node.lineno)
        finally:
            self._within.pop()

    def _visited(self, body: list[nodes.Node]) -> list[nodes.Node]:
        return [self.visit(node) for node in body]


class _Constants(NodeTransformer):
    """Puts the values of settings and the words of translations where they are named."""

    def __init__(self, environment: Environment, values: Mapping[str, Any]) -> None:
        self._translate = environment.globals.get("gettext")
        self._values = values

    def visit_Name(self, node: nodes.Name) -> nodes.Node:
        if node.ctx == "load" and node.name in self._values:
            return nodes.Const(self._values[node.name], lineno=node.lineno)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        called, words = node.node, node.args
        if (
            isinstance(called, nodes.Name)
            and called.name in TRANSLATORS
            and self._translate
            and len(words) == 1
            and isinstance(words[0], nodes.Const)
            and not node.kwargs
        ):
            return nodes.Const(str(self._translate(words[0].value)), lineno=node.lineno)
        return self.generic_visit(node)


def _join_outputs(node: nodes.Node) -> None:
    """Join outputs that follow each other, scopes that assign nothing opened up."""
    for field, value in node.iter_fields():
        if isinstance(value, list) and any(isinstance(item, nodes.Stmt) for item in value):
            setattr(node, field, _joined(value))
    for child in node.iter_child_nodes():
        _join_outputs(child)


def _joined(body: list[nodes.Node]) -> list[nodes.Node]:
    joined: list[nodes.Node] = []
    for node in _opened(body):
        if isinstance(node, nodes.Output) and joined and isinstance(joined[-1], nodes.Output):
            joined[-1].nodes = [*joined[-1].nodes, *node.nodes]
        else:
            joined.append(node)
    return joined


def _opened(body: list[nodes.Node]) -> list[nodes.Node]:
    opened: list[nodes.Node] = []
    for node in body:
        if isinstance(node, nodes.Scope) and not node.find(ASSIGNMENTS):
            opened += _opened(node.body)
        else:
            opened.append(node)
    return opened
