"""The few ways a dump or a setting can be wrong. Each message is a sentence for the user."""


class NewsdeskError(Exception):
    """Base of all errors the newsdesk raises on purpose."""


class UnreadableDocument(NewsdeskError, ValueError):
    """A document cannot be read; it is set aside and the run goes on."""


class BadRule(NewsdeskError, ValueError):
    """A rule pack is wrong; the run stops before anything is filed."""


class BadSetting(NewsdeskError, ValueError):
    """A setting or an authority row is wrong; the run stops before anything is filed."""


class BadDecision(NewsdeskError, ValueError):
    """A decision of the review cannot be taken; nothing is written."""


class InUse(NewsdeskError, RuntimeError):
    """Another run holds what this one needs."""


class RegisterInUse(InUse):
    """Another run holds the register."""


class DiskRefused(NewsdeskError, RuntimeError):
    """The disk is full, read-only or failing; what was finished before stays."""


class BadCorrection(NewsdeskError, ValueError):
    """A line by hand in a content file asks for what is not there; that file stays as it is."""


class NoSuchStory(NewsdeskError, LookupError):
    """Words that name no story of the archive, or more than one."""


class NotPossible(NewsdeskError, RuntimeError):
    """What was asked cannot be done as things are; nothing was changed."""
