package org.minqing.proof.mould;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every life in every locality, each in the next grid. */
final class Templates {

    private final Map<String, List<String>> grids;

    /** What is done for one. */
    interface Make {
        void make(Life life, String locality, String unit);
    }

    Templates(DataSource owner) {
        record Grid(String locality, String unit) {}
        grids = JdbcClient.create(owner).sql("""
                        select tenant_id_ as locality, left(group_id_, -length('-grid-worker')) as unit
                        from act_id_tenant_member where group_id_ like '%-grid-worker' order by 1, 2""").query(Grid.class).stream()
                .collect(Collectors.groupingBy(Grid::locality, Collectors.mapping(Grid::unit, Collectors.toList())));
    }

    void make(List<Life> lives, Make make) {
        for (int i = 0; i < lives.size(); i++) {
            for (var grid : grids.entrySet()) {
                var units = grid.getValue();
                make.make(lives.get(i), grid.getKey(), units.get(i % units.size()));
            }
        }
    }
}
