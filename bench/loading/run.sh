#!/bin/bash
# ./run.sh JDBC_ADDRESS : compares HQL projections with plain SQL; see Loading.java. The address is that of a PostgreSQL
# database into which Footnote has imported the dataset to ask, such as the one that ../run.sh leaves.
set -e
here=$(cd "$(dirname "$0")" && pwd)
project=$(dirname "$(dirname "$here")")
[ -n "$1" ] || { sed -n '2,3s/^# //p' "$0"; exit 2; }
[ -e "$project/target/quarkus-app/quarkus-run.jar" ] || (cd "$project" && ./mvnw -q -B package -DskipTests)
# the classes as compiled, because those of the built application are bound to Quarkus
exec java -Xms1g -Xmx2g -cp "$project/target/classes:$project/target/quarkus-app/lib/main/*:$project/target/quarkus-app/lib/boot/*" \
  "$here/Loading.java" "$1" "$project/target/classes/db/migration" "$here/../results/loading-M.table.md"
