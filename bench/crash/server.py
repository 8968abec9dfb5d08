"""The packaged application as a process that is killed and started again."""
import atexit
import signal
import subprocess
import time
import urllib.request


class Server:
    def __init__(self, database, app, work, management_port, options, patience=60):
        """options: of the Java process; patience: seconds until it must be ready"""
        self.database, self.app, self.work = database, app, work
        self.management_port, self.options, self.patience = management_port, options, patience

    def start(self):
        with open(f"{self.work}/server.log", "a") as log:
            self.process = subprocess.Popen(
                ["java", "-Xmx512m", f"-Dquarkus.management.port={self.management_port}", *self.options,
                 "-jar", f"{self.app}/quarkus-run.jar", "serve", "--database", self.database], stdout=log, stderr=log)
        atexit.register(self.process.kill)
        for _ in range(10 * self.patience):
            if self.process.poll() is not None:
                raise SystemExit(f"the server ended, see {self.work}/server.log")
            try:
                ready = f"http://127.0.0.1:{self.management_port}/q/health/ready"
                if urllib.request.urlopen(ready, timeout=2).status == 200:
                    return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not start")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
