import type { JSX } from "preact";
import type { BucketUse } from "../../../protocol.ts";

/** What was left of a bucket, as a bar and in numbers. */
export function BucketBar({ bucket }: { readonly bucket: BucketUse }): JSX.Element {
  const { limit, remaining } = bucket;
  const share = limit === 0 ? 0 : remaining / limit;
  return (
    <span class={remaining === 0 ? "bucket empty" : "bucket"} title={`${remaining} of ${limit} left in bucket ${bucket.id}`}>
      <span class="bucket-bar" aria-hidden="true"><i style={{ width: `${share * 100}%` }} /></span>
      {remaining}/{limit}
    </span>
  );
}
