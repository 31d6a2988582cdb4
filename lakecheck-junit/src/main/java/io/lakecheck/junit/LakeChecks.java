// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Container for repeated {@link LakeCheck} annotations. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith({LakeCheckExtension.class, LakeParameters.class})
@ResourceLock(value = BucketLocks.NONE, mode = ResourceAccessMode.READ, providers = BucketLocks.class)
public @interface LakeChecks {

    /** The repeated annotations. */
    LakeCheck[] value();
}
