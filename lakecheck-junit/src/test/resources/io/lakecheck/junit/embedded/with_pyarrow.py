# SPDX-License-Identifier: Apache-2.0
"""Uses the server at the address in the first argument. Fails if an answer is not that of S3."""
import sys
from urllib.parse import urlparse

import pyarrow as pa
import pyarrow.dataset as ds
import pyarrow.fs as fs

server = urlparse(sys.argv[1])
s3 = fs.S3FileSystem(endpoint_override=server.netloc, scheme=server.scheme, region="eu-west-1",
                     access_key="any", secret_key="any", allow_bucket_creation=True, allow_bucket_deletion=True)
s3.create_dir("lake/kpi")
table = pa.table({"dt": ["2026-01-01", "2026-01-02", "2026-01-02"], "value": [1, 2, 3]})
partitioning = ds.partitioning(pa.schema([("dt", pa.string())]), flavor="hive")
ds.write_dataset(table, "lake/kpi", format="parquet", partitioning=partitioning, filesystem=s3)

files = [info.path for info in s3.get_file_info(fs.FileSelector("lake/kpi", recursive=True)) if info.is_file]
assert files == ["lake/kpi/dt=2026-01-01/part-0.parquet", "lake/kpi/dt=2026-01-02/part-0.parquet"], files
read = ds.dataset("lake/kpi", format="parquet", partitioning=partitioning, filesystem=s3).to_table()
assert sorted(read["value"].to_pylist()) == [1, 2, 3]

large = bytes(range(256)) * 80 * 1024
with s3.open_output_stream("lake/large") as out:
    out.write(large)
with s3.open_input_file("lake/large") as source:
    assert source.read_at(10, 5_242_875) == large[5_242_875:5_242_885]
    assert source.read() == large
s3.copy_file("lake/large", "lake/copied")
s3.move("lake/copied", "lake/moved")
assert s3.get_file_info("lake/moved").size == len(large)
assert s3.get_file_info("lake/copied").type == fs.FileType.NotFound

s3.delete_file("lake/moved")
s3.delete_dir("lake")
assert s3.get_file_info("lake").type == fs.FileType.NotFound
