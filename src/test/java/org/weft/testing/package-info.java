/**
 * What the tests stand on.
 *
 * <ul>
 *   <li>{@link org.weft.testing.WeftTest}: the whole application on H2 in memory, one shared context, emptied before
 *       every test, the clock standing still at {@link org.weft.testing.TestClock#START}.
 *   <li>{@link org.weft.testing.OnPostgres}: the same on a real PostgreSQL 18. A data test is a class
 *       {@code XTest} annotated {@code @WeftTest} and an empty {@code class XOnPostgresTest extends XTest} annotated
 *       {@code @OnPostgres}.
 *   <li>{@link org.weft.testing.ViewTest}: base class of the view tests, without a browser.
 *   <li>{@link org.weft.testing.Fixture}: puts people, programs, assignments and conversations there, by SQL.
 *   <li>{@link org.weft.testing.NodeProof}: base class of the proofs by application processes that are killed.
 *   <li>{@link org.weft.testing.SignedIn}: signs an account in on the test's thread.
 * </ul>
 */
@NullMarked
package org.weft.testing;

import org.jspecify.annotations.NullMarked;
