package org.weft.reports;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.metadata.CompositeDataSourcePoolMetadataProvider;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadata;
import org.springframework.boot.jdbc.metadata.DataSourcePoolMetadataProvider;
import org.springframework.stereotype.Component;

/** Whether anybody else is at work on this node, as the connections in use tell. */
@Component
class OtherWork {

    private final @Nullable DataSourcePoolMetadata pool;

    OtherWork(DataSource dataSource, ObjectProvider<DataSourcePoolMetadataProvider> providers) {
        pool = new CompositeDataSourcePoolMetadataProvider(
                        providers.orderedStream().toList())
                .getDataSourcePoolMetadata(dataSource);
    }

    /** Asked by somebody who uses one connection. False where there is no telling. */
    boolean underWay() {
        var inUse = pool == null ? null : pool.getActive();
        return inUse != null && inUse > 1;
    }
}
