"""Runs a Python handler: asks the Lambda Runtime API for invocations and answers them, one after the other."""

import http.client
import importlib
import json
import logging
import os
import sys
import time
import traceback

API = os.environ["AWS_LAMBDA_RUNTIME_API"]
ROOT = os.environ["LAMBDA_TASK_ROOT"]
PREFIX = "/2018-06-01/runtime"


class Failure(Exception):
    """The handler can't be had: reported as it is, without this file's frames."""

    def __init__(self, kind, message, trace=()):
        super().__init__(message)
        self.kind = kind
        self.trace = list(trace)


class Api:
    """One kept connection. When the other end is gone, so is the reason to be."""

    def __init__(self):
        self.connection = http.client.HTTPConnection(API)

    def ask(self, method, path, body=None, headers=None):
        try:
            self.connection.request(method, PREFIX + path, body=body, headers=headers or {})
            response = self.connection.getresponse()
            return response.headers, response.read()
        except (OSError, http.client.HTTPException):
            os._exit(1)

    def next(self):
        return self.ask("GET", "/invocation/next")

    def respond(self, request_id, body):
        self.ask("POST", f"/invocation/{request_id}/response", body, JSON)

    def fail(self, path, report):
        headers = dict(JSON)
        headers["Lambda-Runtime-Function-Error-Type"] = report["errorType"]
        self.ask("POST", path, json.dumps(report).encode(), headers)


JSON = {"Content-Type": "application/json"}


class Identity:
    cognito_identity_id = None
    cognito_identity_pool_id = None


class Client:
    def __init__(self, value):
        for name in ("installation_id", "app_title", "app_version_name", "app_version_code", "app_package_name"):
            setattr(self, name, value.get(name))


class ClientContext:
    def __init__(self, value):
        self.custom = value.get("custom")
        self.env = value.get("env")
        self.client = Client(value["client"]) if "client" in value else None


class Context:
    """What a handler is told of its invocation."""

    def __init__(self, headers):
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = os.environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = os.environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = os.environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = os.environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = os.environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = Identity()
        given = headers.get("Lambda-Runtime-Client-Context")
        self.client_context = ClientContext(json.loads(given)) if given else None
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline_ms - int(time.time() * 1000))

    def log(self, message):
        sys.stdout.write(str(message))


class LogFormatter(logging.Formatter):
    """`[LEVEL]<tab>time<tab>request id<tab>message`."""

    request_id = ""

    def format(self, record):
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        text = record.getMessage()
        if record.exc_info:
            text += "\n" + self.formatException(record.exc_info)
        return f"[{record.levelname}]\t{stamp}.{int(record.msecs):03d}Z\t{LogFormatter.request_id}\t{text}"


def load(name):
    module_path, dot, function = name.rpartition(".")
    if not dot:
        raise Failure(
            "Runtime.MalformedHandlerName",
            f"Bad handler '{name}': not enough values to unpack (expected 2, got 1)",
        )
    module_name = module_path.replace("/", ".")
    try:
        module = importlib.import_module(module_name)
    except ImportError as error:
        raise Failure("Runtime.ImportModuleError", f"Unable to import module '{module_path}': {error}") from None
    except SyntaxError as error:
        where = [f'  File "{error.filename}" Line {error.lineno}\n    {(error.text or "").rstrip()}\n']
        raise Failure(
            "Runtime.UserCodeSyntaxError", f"Syntax error in module '{module_path}': {error}", where
        ) from None
    handler = getattr(module, function, None)
    if handler is None:
        raise Failure("Runtime.HandlerNotFound", f"Handler '{function}' missing on module '{module_path}'")
    return handler


def report_of(error, request_id=""):
    if isinstance(error, Failure):
        return {
            "errorMessage": str(error),
            "errorType": error.kind,
            "requestId": request_id,
            "stackTrace": error.trace,
        }
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename != __file__]
    return {
        "errorMessage": str(error),
        "errorType": type(error).__name__,
        "requestId": request_id,
        "stackTrace": traceback.format_list(frames),
    }


def say(report):
    lines = [f"[ERROR] {report['errorType']}: {report['errorMessage']}"]
    if report["stackTrace"]:
        lines.append("Traceback (most recent call last):")
        lines.extend(line.rstrip("\n") for line in report["stackTrace"])
    sys.stdout.write("\r".join(lines) + "\n")
    sys.stdout.flush()


def main():
    api = Api()
    sys.path.insert(0, ROOT)
    root = logging.getLogger()
    output = logging.StreamHandler(sys.stdout)
    output.setFormatter(LogFormatter())
    root.addHandler(output)
    try:
        handler = load(os.environ["_HANDLER"])
    except BaseException as error:  # a module may do anything while it loads, SystemExit included
        report = report_of(error)
        say(report)
        api.fail("/init/error", report)
        sys.exit(1)
    while True:
        headers, body = api.next()
        context = Context(headers)
        LogFormatter.request_id = context.aws_request_id
        os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id", "")
        try:
            event = json.loads(body)
        except ValueError as error:
            failure = Failure("Runtime.UnmarshalError", f"Unable to unmarshal input: {error}")
            answer(api, context, failure=failure)
            continue
        try:
            result = handler(event, context)
        except Exception as error:
            answer(api, context, failure=error)
            continue
        try:
            text = json.dumps(result)
        except (TypeError, ValueError) as error:
            failure = Failure("Runtime.MarshalError", f"Unable to marshal response: {error}")
            answer(api, context, failure=failure)
            continue
        sys.stdout.flush()
        sys.stderr.flush()
        api.respond(context.aws_request_id, text.encode())


def answer(api, context, failure):
    report = report_of(failure, context.aws_request_id)
    say(report)
    sys.stderr.flush()
    api.fail(f"/invocation/{context.aws_request_id}/error", report)


main()
