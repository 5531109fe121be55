"""Publishing: a built site on its way to where readers find it.

`preflight` counts it against what a host takes, `releases` sends it by rsync and switches a link,
`buckets` sends it to S3-compatible storage.
"""
