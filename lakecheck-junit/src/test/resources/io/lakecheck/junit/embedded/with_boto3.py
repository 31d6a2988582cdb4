# SPDX-License-Identifier: Apache-2.0
"""Uses the server at the address in the first argument. Fails if an answer is not that of S3."""
import io
import os
import sys
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.exceptions import ClientError

s3 = boto3.client("s3", endpoint_url=sys.argv[1], region_name="eu-west-1",
                  aws_access_key_id="any", aws_secret_access_key="any")
s3.create_bucket(Bucket="lake", CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
assert [b["Name"] for b in s3.list_buckets()["Buckets"]] == ["lake"]

for key in ["plain", "a/b c+d", "../x", "ä/🚀", "100%", "<&>\"'", "line\nbreak", "~*"]:
    s3.put_object(Bucket="lake", Key=key, Body=b"data", Metadata={"job": "kpi"})
    got = s3.get_object(Bucket="lake", Key=key)
    assert got["Body"].read() == b"data" and got["Metadata"] == {"job": "kpi"}, key
    assert [o["Key"] for o in s3.list_objects_v2(Bucket="lake")["Contents"]] == [key], key
    s3.copy_object(Bucket="lake", Key="copy", CopySource={"Bucket": "lake", "Key": key})
    s3.delete_objects(Bucket="lake", Delete={"Objects": [{"Key": "copy"}]})
    s3.delete_object(Bucket="lake", Key=key)

for algorithm in ["CRC32", "SHA1", "SHA256"]:
    s3.put_object(Bucket="lake", Key="sum", Body=io.BytesIO(b"data"), ChecksumAlgorithm=algorithm)
    got = s3.get_object(Bucket="lake", Key="sum", ChecksumMode="ENABLED")
    assert got["Body"].read() == b"data" and "Checksum" + algorithm in got

large = os.urandom(20 * 1024 * 1024)
parts = TransferConfig(multipart_threshold=5 * 1024 * 1024, multipart_chunksize=5 * 1024 * 1024)
s3.upload_fileobj(io.BytesIO(large), "lake", "large", Config=parts)
assert s3.head_object(Bucket="lake", Key="large")["ETag"].endswith('-4"')
s3.copy({"Bucket": "lake", "Key": "large"}, "lake", "copy of large", Config=parts)
target = io.BytesIO()
s3.download_fileobj("lake", "copy of large", target, Config=parts)
assert target.getvalue() == large
assert s3.get_object(Bucket="lake", Key="large", Range="bytes=5-9")["Body"].read() == large[5:10]

for i in range(25):
    s3.put_object(Bucket="lake", Key=f"pages/{i:02}", Body=b"")
pages = s3.get_paginator("list_objects_v2").paginate(Bucket="lake", Prefix="pages/", PaginationConfig={"PageSize": 10})
assert [o["Key"] for p in pages for o in p["Contents"]] == [f"pages/{i:02}" for i in range(25)]
folders = s3.list_objects(Bucket="lake", Delimiter="/")
assert [p["Prefix"] for p in folders["CommonPrefixes"]] == ["pages/"]

url = s3.generate_presigned_url("get_object", Params={"Bucket": "lake", "Key": "sum"})
assert urllib.request.urlopen(url).read() == b"data"


def error(operation, **arguments):
    try:
        operation(Bucket="lake", **arguments)
    except ClientError as e:
        return e.response["Error"]["Code"]
    raise AssertionError("no error")


assert error(s3.get_object, Key="missing") == "NoSuchKey"
assert error(s3.head_object, Key="missing") == "404"
assert error(s3.put_object, Key="sum", Body=b"x", IfNoneMatch="*") == "PreconditionFailed"
assert error(s3.delete_bucket) == "BucketNotEmpty"
assert error(s3.get_bucket_versioning) == "NotImplemented"
