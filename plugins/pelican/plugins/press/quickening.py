"""Generated template code made quick: attributes read by Python itself, text gathered in a list.

Jinja compiles a template to a generator that hands out its text piece by piece and asks the
environment for each attribute, so that `a.b` may also mean `a["b"]` and a missing name may print
as nothing. Here `a.b` is an attribute or an error; whoever renders must then fall back on Jinja.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable
from keyword import iskeyword
from types import CodeType

FUNCTION = "root"
OUT, APPEND, EXTEND = "_out", "_append", "_extend"
# What the generated code hands to `context.call` besides the words of the template.
FOR_JINJA = frozenset({"_loop_vars", "_block_vars"})


def quick_code(source: str, filename: str, functions: Collection[str] = ()) -> CodeType:
    """Compile the Python source of a template so that `root` returns a list of its pieces.

    The pieces need not be strings: join them with `joined`. `functions` names what is called as it
    is, without Jinja's asking whether it wants the context.
    """
    module = _Attributes(functions).visit(ast.parse(source))
    for node in module.body:
        if isinstance(node, ast.FunctionDef) and node.name == FUNCTION:
            node.body = [
                *_statements(f"{OUT} = []\n{APPEND} = {OUT}.append\n{EXTEND} = {OUT}.extend"),
                *_gathered(node.body),
            ]
            node.body += _statements(f"return {OUT}", inside=True)
    return compile(ast.fix_missing_locations(module), filename, "exec")


def joined(pieces: Iterable[object]) -> str:
    """Return the pieces of a template as one string."""
    pieces = list(pieces)  # an error while they are made is not one of joining them
    try:
        return "".join(pieces)  # type: ignore[arg-type]
    except TypeError:  # a number or an undefined value among them
        return "".join(map(str, pieces))


class _Attributes(ast.NodeTransformer):
    """Writes `environment.getattr(x, 'name')` as `x.name`, `context.call(f, x)` as `f(x)`."""

    def __init__(self, functions: Collection[str]) -> None:
        self._functions = functions

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="context"), attr="call"),
                args=[ast.IfExp() as asked, *words],
            ) if _name_of(asked) in self._functions:
                named = [word for word in node.keywords if word.arg not in FOR_JINJA]
                return ast.Call(_defined(asked), words, named)
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="environment"), attr="getattr"),
                args=[owner, ast.Constant(value=str(name))],
            ) if name.isidentifier() and not iskeyword(name):
                return ast.Attribute(_defined(owner), name, ast.Load())
        return node


def _defined(node: ast.expr) -> ast.expr:
    """Return `l_0_x` for `(undefined(name='x') if l_0_x is missing else l_0_x)`."""
    match node:
        case ast.IfExp(
            test=ast.Compare(left=ast.Name(), ops=[ast.Is()]), orelse=ast.Name() as name
        ):
            return name
    return node


def _name_of(node: ast.IfExp) -> str:
    """Return "x" for `(undefined(name='x') if l_0_x is missing else l_0_x)`."""
    match node.body:
        case ast.Call(keywords=[ast.keyword(arg="name", value=ast.Constant(value=str(name)))]):
            return name
    return ""


def _gathered(body: list[ast.stmt]) -> list[ast.stmt]:
    """Turn the yields of a block into calls of append or extend, one for each run of them."""
    done: list[ast.stmt] = []
    run: list[ast.expr] = []
    for statement in body:
        match statement:
            case ast.Expr(value=ast.Yield(value=ast.expr() as piece)):
                run.append(_bare(piece))
                continue
            case ast.Pass() | ast.If(test=ast.Constant(value=0)):
                continue
            case ast.Expr(value=ast.YieldFrom(value=pieces)):
                replacement: ast.stmt = _call(EXTEND, pieces)
            case _:
                replacement = statement
        if run:
            done.append(_out(run))
            run = []
        _gather_inside(replacement)
        done.append(replacement)
    if run:
        done.append(_out(run))
    return done or [ast.Pass()]


def _gather_inside(statement: ast.stmt) -> None:
    if isinstance(statement, ast.FunctionDef):
        return  # a macro, or the filter of a loop: a function of its own
    for field in ("body", "orelse", "finalbody"):
        block = getattr(statement, field, None)
        if block:
            setattr(statement, field, _gathered(block))
    for handler in getattr(statement, "handlers", ()):
        handler.body = _gathered(handler.body)


def _bare(piece: ast.expr) -> ast.expr:
    """Return `x` for `str(x)`: joining asks for the text of what is not text."""
    match piece:
        case ast.Call(func=ast.Name(id="str"), args=[value], keywords=[]):
            return value
    return piece


def _out(run: list[ast.expr]) -> ast.stmt:
    return _call(EXTEND, ast.Tuple(run, ast.Load())) if len(run) > 1 else _call(APPEND, run[0])


def _call(name: str, pieces: ast.expr) -> ast.stmt:
    return ast.Expr(ast.Call(ast.Name(name, ast.Load()), [pieces], []))


def _statements(source: str, inside: bool = False) -> list[ast.stmt]:
    if not inside:
        return ast.parse(source).body
    function = ast.parse(f"def f():\n    {source}").body[0]
    assert isinstance(function, ast.FunctionDef)
    return function.body
