// Made by `npm run generate` from the specification. Do not edit.

export interface paths {
    "/v3/{project_id}/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the build tasks of a project
         * @deprecated
         * @description Lists the build tasks of a CodeArts project, page by page, with the state of each task's last build and what the caller may do with the task.
         */
        get: operations["showJobListByProjectId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/job/{job_id}/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a build task and its last build
         * @description Shows a build task, the state of its last build and what the caller may do with the task.
         */
        get: operations["showJobInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell whether a task is running
         * @deprecated
         * @description Tells whether a build of the task is running now. It says nothing about how the build ends: for that, wait for the build with `showRecordDetail`.
         */
        get: operations["showJobStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the configuration of a build task
         * @deprecated
         * @description Shows the whole configuration of a build task: repositories, parameters and steps. It is what `updateBuildJob` takes back.
         */
        get: operations["listJobConfig"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a build task
         * @deprecated
         * @description Creates a build task in a project from a code repository and a list of steps.
         */
        post: operations["createBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a build task
         * @deprecated
         * @description Replaces the configuration of a build task. Read it with `listJobConfig`, change what you want, and send it whole: what is left out is not kept.
         */
        post: operations["updateBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a build task
         * @deprecated
         * @description Disables a build task: it stays, but cannot be run until `enableBuildJob` restores it.
         */
        post: operations["disableBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/recover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore a disabled build task
         * @deprecated
         * @description Restores a build task that `disableBuildJob` disabled, so that it can be run again.
         */
        post: operations["enableBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete a build task
         * @deprecated
         * @description Deletes a build task. `enableBuildJob` is for tasks that are disabled; do not count on it for one that is deleted.
         */
        post: operations["deleteBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/build": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run a build task
         * @deprecated
         * @description Starts a build of a task, with parameters of its own if wanted. The response comes at once and holds the number of the build; the build itself goes on. Every call starts another build.
         */
        post: operations["runJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/jobs/{job_id}/{build_no}/record-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the record of a build
         * @deprecated
         * @description Shows the record of one build: what was built, by whom, when, and how it stands or ended. Its `build_record_id` is the id that log downloads take.
         */
        get: operations["showRecordDetail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_number}/history-details": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the parameters and steps of a build
         * @deprecated
         * @description Shows with which parameters a build ran and how each of its steps stands.
         */
        get: operations["showHistoryDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/output-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show what a build produced
         * @deprecated
         * @description Shows the packages and images that a build published.
         */
        get: operations["showOutputInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a build
         * @deprecated
         * @description Stops a build that is waiting or running. A build that has already ended cannot be stopped: the service responds with `DEV.CB.032302`.
         */
        post: operations["stopBuildJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{build_flow_record_id}/flow-graph": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show how the parts of a build depend on each other
         * @deprecated
         * @description Shows the sub-builds that a build consists of, and which of them waits for which. The vendor is going to remove it; its successor is a v1 route that this specification does not describe.
         */
        get: operations["showFlowGraph"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/record-info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show the record of a build (v3)
         * @deprecated
         * @description Shows the record of one build, in the older form, with names such as `triggerType` or `trigger_type`. The vendor is going to remove it: use `showRecordDetail`.
         */
        get: operations["showRecordInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a build (v3)
         * @deprecated
         * @description Stops a build that is waiting or running. The vendor is going to remove it: use `stopBuildJob`.
         */
        post: operations["stopJob"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/build-info-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a task's builds with their triggers and commits
         * @deprecated
         * @description Lists the builds of a task between two times, each with its commit, what started it and how it ended. The times are read in the service's local time (GMT+08:00 in China's regions) and may be at most 31 days apart. In which order the builds come is undocumented.
         */
        get: operations["listBuildInfoRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/period-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a task's builds in a period
         * @deprecated
         * @description Lists the builds of a task that ran between two days, both included. The days may be at most 30 days apart. For exact times, and for what started each build, use `listBuildInfoRecord`. In which order the builds come is undocumented.
         */
        get: operations["showListPeriodHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a task's builds of the last days
         * @deprecated
         * @description Lists the builds of a task over the last days, counted back from today.
         */
        get: operations["showListHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{project_id}/last-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find the last successful build of a repository
         * @deprecated
         * @description Finds the latest successful build in a project that was made from a given code repository.
         */
        get: operations["showLastHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/success-ratio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show a task's success rate in a period
         * @deprecated
         * @description Counts the builds of a task between two days, both included, and tells the share that succeeded.
         */
        get: operations["showJobSuccessRatio"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/{job_id}/{build_no}/real-time-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log of a running build
         * @deprecated
         * @description Reads a piece of a log that is still growing. Start at offset 0, then send the `offset` of the last response until `has_more_data` is false. An empty piece with more to come means: ask again later.
         */
        get: operations["downloadRealTimeLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/{record_id}/download-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the whole log of a build
         * @deprecated
         * @description Downloads the log of a whole build as a file. Logs of hundreds of megabytes exist: read the response as a stream. While the build still runs, use `downloadRealTimeLog`.
         */
        get: operations["downloadBuildLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v4/{record_id}/task-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the log of one step
         * @deprecated
         * @description Downloads the log of one step of a build as a file. `showHistoryDetails` lists the steps in order.
         */
        get: operations["downloadTaskLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/{record_id}/download-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download the log of a build (v3)
         * @deprecated
         * @description Downloads the log of a whole build as a file. The vendor is going to remove it: use `downloadBuildLog`.
         */
        get: operations["downloadLogByRecordId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/templates/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List build templates
         * @deprecated
         * @description Lists the build templates that the caller may use, all of them or those whose name contains a text.
         */
        get: operations["listTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/templates/create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a build template
         * @deprecated
         * @description Creates a build template from a list of steps and parameters.
         */
        post: operations["createTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/templates/{uuid}/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a build template
         * @deprecated
         * @description Deletes a build template for good.
         */
        delete: operations["deleteTemplates"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/notice/{job_id}/query": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notifications of a task
         * @deprecated
         * @description Lists, channel by channel, which events of a build task are notified.
         */
        get: operations["listNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/notice/{job_id}/update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set the notifications of a task
         * @deprecated
         * @description Sets which events of a build task are notified on one channel; other channels stay as they are.
         */
        post: operations["updateNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/jobs/notice/{job_id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch off the notifications of a task
         * @deprecated
         * @description Switches off all notifications of a build task on one channel.
         */
        post: operations["disableNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/keystore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a keystore file
         * @deprecated
         * @description Downloads a keystore file that the tenant stored for signing Android packages. The response is the file, byte for byte.
         */
        get: operations["downloadKeystore"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/auth/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Obtain a token with a password
         * @description Obtains an IAM token for a user's name and password. The token itself is not in the body: it is the response header `X-Subject-Token`. It is valid for 24 hours; keep it instead of asking for one each time. The client does all this when it is given `password(...)` as credentials.
         */
        post: operations["keystoneCreateUserTokenByPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v3/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List IAM projects
         * @description Lists the IAM projects that the caller can reach. A region's default project carries the region's name; its id is what `X-Project-Id` takes. It is not the CodeArts project whose id stands in the paths of CodeArts Build.
         */
        get: operations["keystoneListProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description One page of build records. */
        BuildInfoPage: {
            /** @description Health score of the task, as text; how it is counted is undocumented. */
            health_score?: string;
            /** @description Number of this page, from 0, as text. */
            page_index?: string;
            /** @description Number of pages, as text. The documents call it a number of records: count by `total_record`. */
            total_page?: string;
            /** @description Number of records across all pages. */
            total_record?: string | number;
            /** @description The build records on this page. */
            job_build_states?: components["schemas"]["BuildInfoRecord"][];
        };
        /** @description A build in the list of a task's builds. */
        BuildInfoRecord: {
            /** @description Number of the build within its task, from 1. */
            number?: number | string;
            /** @description How long the build took, in milliseconds. */
            build_time?: number;
            /**
             * Format: int64
             * @description When the build started, in milliseconds since the epoch.
             */
            start_time?: number;
            /** @description Whether the build is waiting, running or done. */
            job_running_status?: string;
            /** @description How the build ended. */
            state?: string;
            /** @description Id of the user who ran the build. */
            user_id?: string;
            /** @description Name of the user who ran the build. */
            executor?: string;
            /** @description Display name of that user. */
            nickname?: string;
            /** @description Day and running number of the build on that day, such as 20200612.20. */
            daily_build_number?: string;
            /** @description What started the build. */
            trigger_type?: components["schemas"]["TriggerType"];
            /** @description How long the build took, in milliseconds. */
            cost_time?: number;
            /** @description Commit that was built. */
            commit_id?: string;
            /** @description The commit that was built, with its time. */
            commit_info?: components["schemas"]["CommitInfo"];
            /** @description What was built: a branch, a tag or a commit. */
            build_type?: string;
            /** @description Branch that was built. */
            code_branch?: string;
            /** @description Kind of code repository. */
            scm_type?: string;
            /** @description Web address of the code repository. */
            scm_web_url?: string;
            /** @description Web address of the commit, for code in CodeArts Repo. */
            commit_detail_url?: string;
        };
        /** @description Number of a build within its task, as a number or as text; the first is 1. */
        BuildNumber: number | string;
        /** @description What a build produced. */
        BuildOutput: {
            /** @description The package that the build produced. */
            package_info?: components["schemas"]["OutputPackage"] | null;
            /** @description Packages that the build published, by name. */
            package_infos?: {
                [key: string]: components["schemas"]["OutputPackage"];
            };
            /** @description Container images that the build published, by name. */
            image_infos?: {
                [key: string]: components["schemas"]["OutputPackage"];
            } | null;
        };
        /** @description The record of one build. */
        BuildRecord: {
            /** @description Id of this entry; no operation takes it. */
            id?: string;
            /** @description Id of the build project; one build project stands behind each task. */
            build_project_id?: string;
            /** @description Id of the build record; what log downloads take as `record_id`. */
            build_record_id?: string;
            /** @description Id of the parent's build record, where a build is part of another. */
            parent_record_id?: string | null;
            /** @description Id of the CodeArts project. */
            devcloud_project_id?: string;
            /** @description Id of the build task; `job_id` elsewhere. */
            codeci_job_id?: string;
            /** @description Id of the user who ran the build. */
            user_id?: string;
            /** @description Number of the build within its task, from 1. */
            build_no?: number;
            /** @description Day and running number of the build on that day. */
            daily_build_num?: string;
            /** @description Id of the executor's job. */
            execution_id?: string;
            /** @description Name of the code repository. */
            repo_name?: string;
            /** @description Id of the code repository. */
            repo_id?: string;
            /** @description Branch that was built. */
            branch?: string;
            /** @description Tag that was built. */
            tag?: string | null;
            /** @description Commit that was built. */
            commit?: string | null;
            /** @description Message of the commit that was built. */
            commit_message?: string | null;
            /** @description When the commit was made, ISO 8601 with an offset. */
            commit_create_time?: string;
            /** @description What started the build. */
            trigger_type?: components["schemas"]["TriggerType"];
            /** @description What was built: a branch, a tag or a commit. */
            build_type?: string;
            /** @description How the build stands or ended. */
            status?: string;
            /** @description Id of the tenant. */
            domain_id?: string;
            /** @description When the build was created, ISO 8601 with an offset. */
            create_time?: string;
            /** @description When the build was handed to an executor, ISO 8601 with an offset. */
            schedule_time?: string;
            /** @description When the build entered the queue, ISO 8601 with an offset. */
            queued_time?: string;
            /** @description When the build started, ISO 8601 with an offset. */
            start_time?: string;
            /** @description When the executor began to work on the build, ISO 8601 with an offset. */
            runnable_time?: string;
            /** @description When the build ended, ISO 8601 with an offset. */
            finish_time?: string;
            /** @description How long the build took, in milliseconds. */
            duration?: number;
            /** @description State of the record itself. */
            record_status?: string | null;
            /** @description 1 when the build runs on an executor of the tenant's own, else 0. */
            use_private_slave?: number;
            /** @description Region of the tenant. */
            region?: string;
            /** @description Why the build failed; null when it did not. */
            err_msg?: string | null;
            /** @description Whether the build is described by YAML or by steps in the console (ACTION). */
            build_config_type?: string;
        };
        /** @description A step of a build. */
        BuildStep: {
            /** @description Name of the step. `downloadTaskLog` asks for its place in the list instead, `stage1` for the first. */
            name?: string;
            /** @description Where the step stands; empty before it starts. */
            status?: string;
            /** @description How long the step took, in milliseconds. */
            build_time?: number;
        };
        /** @description A service that the token is good for. */
        CatalogEntry: {
            /** @description Where the service is reached. */
            endpoints?: {
                /** @description Region of the address. */
                region_id?: string;
            }[];
        };
        /** @description The commit that was built. */
        CommitInfo: {
            /** @description Commit that was built. */
            commit_id?: string;
            /** @description When the commit was made, ISO 8601 with an offset. */
            created_at?: string;
        };
        /**
         * CreateBuildJobRequestBody
         * @description The task that `createBuildJob` makes.
         */
        CreateBuildJobRequestBody: {
            /** @description CPU architecture of the executor, such as x86-64. */
            arch: string;
            /** @description Id of the CodeArts project that holds the task. */
            project_id: string;
            /** @description Name of the build task. */
            job_name: string;
            /** @description Whether Git submodules are fetched too, as the text `true` or `false`. */
            auto_update_sub_module?: string;
            /** @description Size of the executor, such as 2u8g. */
            flavor?: string;
            /** @description The task's parameters. */
            parameters?: components["schemas"]["JobParameter"][];
            /** @description Code repositories that the task builds from. */
            scms?: components["schemas"]["JobScm"][];
            /** @description Steps of the build, in order. */
            steps: components["schemas"]["JobStep"][];
            /** @description Kind of executor, such as devcloud. */
            host_type?: string;
            /** @description Id of the task group that the task belongs to. */
            group_id?: string;
            /** @description When a build of the task is given up. */
            timeout?: components["schemas"]["JobTimeout"];
            /** @description True to build on every push of code. */
            build_if_code_updated?: boolean;
            /** @description Schedules that start builds of the task. */
            triggers?: components["schemas"]["JobTrigger"][];
            /** @description Whether the build is described by YAML or by steps in the console (ACTION). */
            build_config_type?: string;
        };
        /**
         * CreateBuildJobResponse
         * @description Response of `createBuildJob`. The task was created.
         */
        CreateBuildJobResponse: {
            /** @description The task that was created. */
            result: components["schemas"]["JobReference"];
            /** @description `success` when the call did what it should. */
            status?: string;
            /** @description What went wrong; null on success. */
            error?: string | null;
        };
        /**
         * CreateTemplatesRequestBody
         * @description The template that `createTemplates` makes.
         */
        CreateTemplatesRequestBody: {
            /** @description The steps of the template. */
            template: components["schemas"]["NewTemplateDefinition"];
            /** @description Name of the template. */
            name: string;
            /** @description Description of the template. */
            description?: string;
            /** @description Whether the template is for a YAML build or for steps in the console. */
            tool_type?: string;
            /** @description The task's parameters. */
            parameters?: components["schemas"]["JobParameter"][];
        };
        /**
         * CreateTemplatesResponse
         * @description Response of `createTemplates`. The template was created.
         */
        CreateTemplatesResponse: {
            /** @description The template that was created. */
            result: components["schemas"]["Template"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * DeleteBuildJobResponse
         * @description Response of `deleteBuildJob`. The task was deleted.
         */
        DeleteBuildJobResponse: {
            /** @description The task that was deleted. */
            result?: components["schemas"]["DeletedJob"];
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * DeleteTemplatesResponse
         * @description Response of `deleteTemplates`. The template was deleted.
         */
        DeleteTemplatesResponse: {
            /** @description The templates that were deleted. */
            result?: components["schemas"]["Template"][];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /** @description The build task that was deleted. */
        DeletedJob: {
            /** @description Id of the build task. */
            job_id?: string;
            /** @description Id of the project that held the task. */
            project_id?: string;
        };
        /**
         * DisableBuildJobResponse
         * @description Response of `disableBuildJob`. The task was disabled.
         */
        DisableBuildJobResponse: {
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * DisableNoticeResponse
         * @description Response of `disableNotice`. The notifications were switched off.
         */
        DisableNoticeResponse: {
            /** @description The task whose notifications were switched off. */
            result?: components["schemas"]["JobReference"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * DownloadRealTimeLogResponse
         * @description Response of `downloadRealTimeLog`. A piece of the log.
         */
        DownloadRealTimeLogResponse: {
            /** @description A piece of the log. */
            result: components["schemas"]["LogChunk"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * EmptyBody
         * @description An empty object. The operation has nothing to say, so the body may be left out.
         */
        EmptyBody: Record<string, unknown>;
        /**
         * EnableBuildJobResponse
         * @description Response of `enableBuildJob`. The task was restored.
         */
        EnableBuildJobResponse: {
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /** @description A dependency between two sub-builds. */
        FlowEdge: {
            /** @description Id of the sub-build that waits. */
            from?: string;
            /** @description Id of the sub-build that it waits for. */
            to?: string;
        };
        /** @description Which sub-builds a build consists of and how they depend on each other. */
        FlowGraph: {
            /** @description Which sub-build waits for which. */
            edges?: components["schemas"]["FlowEdge"][];
            /** @description The sub-builds. */
            vertices?: components["schemas"]["FlowVertex"][];
        };
        /** @description A sub-build. */
        FlowVertex: {
            /** @description Build record id of the sub-build. */
            id?: string;
            /** @description How the sub-build stands or ended. */
            status?: string;
            /** @description Name of the sub-build. */
            display_name?: string;
            /** @description How long the sub-build took, in milliseconds. */
            build_duration?: number;
            /** @description When the sub-build started, ISO 8601 with an offset. */
            start_time?: string;
            /** @description When the sub-build ended, ISO 8601 with an offset. */
            finish_time?: string;
            /** @description Number of the sub-build, as text. */
            build_no?: string;
        };
        /** @description A build in the recent history. */
        HistoryRecord: {
            /** @description Day and number of the build, such as 20201230.1; not the UUID that log downloads take. */
            record_id?: string;
            /** @description Id of the build task. */
            job_id?: string;
            /** @description Number of the build within its task, from 1. */
            build_number?: number;
            /** @description When the build started, ISO 8601 with an offset. */
            start_time?: string;
            /** @description When the build ended, ISO 8601 with an offset. */
            end_time?: string;
            /** @description How the build ended. */
            result?: string;
        };
        /**
         * IamError
         * @description An error, as IAM words it.
         */
        IamError: {
            /** @description What went wrong. */
            error?: {
                /** @description Status of the response, once more. */
                code?: number;
                /** @description What went wrong, in IAM's words. */
                message?: string;
                /** @description Name of the status. */
                title?: string;
            };
        };
        /** @description A build task as the list of a project shows it. */
        Job: {
            /** @description Id of the build task; the `job_id` of other operations. */
            id?: string;
            /** @description Name of the build task. */
            job_name?: string;
            /** @description User id of the task's creator. */
            job_creator?: string;
            /** @description Name of the task's creator. */
            user_name?: string;
            /**
             * Format: int64
             * @description When the last build started, in milliseconds since the epoch.
             */
            last_build_time?: number;
            /** @description Health score of the task; how it is counted is undocumented, and examples lie between 0 and 100. */
            health_score?: number;
            /** @description Kind of place that the code comes from. */
            source_code?: string;
            /** @description Status of the last build. */
            last_build_status?: string;
            /** @description True when no build of the task is running. */
            is_finished?: boolean;
            /** @description True when the task is disabled and cannot be run. */
            disabled?: boolean;
            /** @description True when the caller marked the task as a favorite. */
            favorite?: boolean;
            /** @description True when the caller may edit the task. */
            is_modify?: boolean;
            /** @description True when the caller may delete the task. */
            is_delete?: boolean;
            /** @description True when the caller may run the task. */
            is_execute?: boolean;
            /** @description True when the caller may clone the task. */
            is_copy?: boolean;
            /** @description True when the caller may disable the task. */
            is_forbidden?: boolean;
            /** @description True when the caller may see the task. */
            is_view?: boolean;
            /** @description Day and number of the last build, such as #20250805.1. */
            task_id?: string;
            /** @description Name of the user who ran the last build. */
            last_build_user?: string;
            /** @description Branch that was built. */
            code_branch?: string;
            /** @description Commit that was built. */
            commit_id?: string;
            /** @description What started the build. */
            trigger_type?: components["schemas"]["TriggerType"];
            /**
             * Format: int64
             * @description How long the build took, in milliseconds.
             */
            build_time?: number;
            /** @description Web address of the code repository. */
            scm_web_url?: string;
            /** @description Kind of code repository. */
            scm_type?: string;
            /** @description Id of the code repository. */
            repo_id?: string;
            /** @description Web address of the commit, for code in CodeArts Repo. */
            commit_detail_url?: string;
            /** @description Number of the last build, as text. */
            build_number?: string;
            /** @description Id of the build project; one build project stands behind each task. */
            build_project_id?: string;
            /** @description What was built: a branch, a tag or a commit. */
            build_type?: string;
            /** @description Whether the last build is waiting, running or done. */
            last_job_running_status?: string;
            /** @description User id of whoever ran the last build. */
            last_build_user_id?: string;
            /** @description True when permissions are set on the project instead of the task. */
            project_permission_switch?: boolean;
        };
        /** @description The configuration of a build task; changed, it is what `updateBuildJob` takes. */
        JobConfig: {
            /** @description CPU architecture of the executor, such as x86-64. */
            arch?: string;
            /** @description Id of the CodeArts project that holds the task. */
            project_id?: string;
            /** @description Name of the build task. */
            job_name?: string;
            /** @description Whether Git submodules are fetched too, as the text `true` or `false`. */
            auto_update_sub_module?: string;
            /** @description Size of the executor, such as 2u8g. */
            flavor?: string;
            /** @description The task's parameters. */
            parameters?: components["schemas"]["JobParameter"][];
            /** @description Code repositories that the task builds from. */
            scms?: components["schemas"]["JobScm"][];
            /** @description Steps of the build, in order. */
            steps?: components["schemas"]["JobStep"][] | null;
            /** @description Kind of executor, such as devcloud. */
            host_type?: string;
            /** @description Id of the task group that the task belongs to. */
            group_id?: string;
            /** @description When a build of the task is given up. */
            timeout?: components["schemas"]["JobTimeout"];
            /** @description True to build on every push of code. */
            build_if_code_updated?: boolean;
            /** @description Schedules that start builds of the task. */
            triggers?: components["schemas"]["JobTrigger"][];
            /** @description Whether the build is described by YAML or by steps in the console (ACTION). */
            build_config_type?: string;
        };
        /** @description Id of a build task, 32 characters long. */
        JobId: string;
        /** @description A build task with the state of its last build. */
        JobInfo: {
            /** @description Id of the build task. */
            id?: string;
            /** @description Id of the build project; one build project stands behind each task. */
            project_id?: string;
            /** @description True when permissions are set on the project instead of the task. */
            project_permission_switch?: boolean;
            /** @description Build time used, as text. */
            build_time?: string;
            /** @description Build time charged, as text. */
            charge_time?: string;
            /**
             * Format: int64
             * @description When the task was made, in milliseconds since the epoch.
             */
            create_time?: number | string;
            /** @description True when the task is disabled and cannot be run. */
            disabled?: boolean;
            /** @description True when the caller marked the task as a favorite. */
            favorite?: boolean;
            /** @description Kind of place that the code comes from. */
            source_code?: string;
            /** @description Whether the task is waiting, running or done. */
            running_status?: string;
            /** @description True when the last build was a rerun. */
            new_build?: boolean;
            /** @description Name of the build task. */
            job_name?: string;
            /** @description True when the caller may clone the task. */
            is_copy?: boolean;
            /** @description True when the caller may delete the task. */
            is_delete?: boolean;
            /** @description True when the caller may run the task. */
            is_execute?: boolean;
            /** @description True when the caller may disable the task. */
            is_forbidden?: boolean;
            /** @description True when the caller may manage the task. */
            is_manager?: boolean;
            /** @description True when the caller may edit the task. */
            is_modify?: boolean;
            /** @description True when the caller may see the task. */
            is_view?: boolean;
            /** @description Status of the last build. */
            last_build_status?: string;
            /**
             * Format: int64
             * @description When the last build started, in milliseconds since the epoch.
             */
            last_build_time?: number;
            /** @description Health score of the task; how it is counted is undocumented, and examples lie between 0 and 100. */
            health_score?: number;
        };
        /** @description The definition of a build parameter. */
        JobParameter: {
            /**
             * @description Class of the parameter definition.
             * @default hudson.model.StringParameterDefinition
             */
            name?: string;
            /** @description The definition, field by field: name, type, defaultValue and so on. */
            params?: components["schemas"]["JobParameterField"][];
        };
        /** @description One field of a parameter definition. */
        JobParameterField: {
            /** @description Name of the field: name, type, defaultValue, description, deletion, defaults, staticVar or sensitiveVar. */
            name?: string;
            /** @description Value of the field, as text. */
            value?: string;
            /** @description Choices of an enumeration parameter. */
            limits?: components["schemas"]["JobParameterLimit"][] | null;
        };
        /** @description One choice of an enumeration parameter. */
        JobParameterLimit: {
            /**
             * @description Whether the choice is switched off: `0` means that it is in effect.
             * @default 0
             */
            disable?: string;
            /** @description Name to show. */
            display_name?: string;
            /** @description Name of the choice. */
            name?: string;
        };
        /** @description The build task that the call was about. */
        JobReference: {
            /** @description Id of the build task. */
            job_id?: string;
        };
        /** @description A code repository that a task builds from. */
        JobScm: {
            /** @description Branch to build. */
            branch?: string;
            /** @description Address to clone from. */
            url: string;
            /** @description Id of the code repository. */
            repo_id?: string;
            /** @description Web address of the repository. */
            web_url?: string;
            /** @description Kind of repository, such as codehub or github. */
            scm_type: string;
            /** @description True to build on every push. */
            is_auto_build?: boolean;
            /** @description What to build: a branch, a tag or a commit. */
            build_type?: string;
            /** @description How many commits to clone, as text. */
            depth?: string;
            /** @description Id of the service endpoint that holds the credentials of a foreign repository. */
            end_point_id?: string | null;
            /** @description Id of the service endpoint, under the name that a public client sends and reads. */
            endpoint_id?: string;
            /** @description True to fetch the files of Git LFS too. */
            enable_git_lfs?: boolean;
            /** @description Name of the group that the repository belongs to. */
            group_name?: string;
            /** @description Name of the repository. */
            repo_name?: string;
            /** @description Where the repository is hosted. */
            source?: string | null;
        };
        /** @description A step of a build task. */
        JobStep: {
            /** @description Settings of the step; which ones depends on the module. */
            properties?: {
                [key: string]: unknown;
            } | null;
            /** @description Id of the module that does the step. */
            module_id: string;
            /** @description Name of the step. */
            name: string;
            /** @description Version of the module. */
            version?: string;
            /** @description False to skip the step. */
            enable?: boolean;
        };
        /** @description When a build is given up. */
        JobTimeout: {
            /** @description How many units a build may take, as text. */
            limit?: string;
            /** @description Unit of the limit; no document lists its values. */
            unit?: string;
        };
        /** @description A schedule that starts builds of a task. */
        JobTrigger: {
            /** @description Settings of the trigger. */
            parameters: components["schemas"]["ParameterItem"][];
            /** @description Name of the kind of trigger. */
            name: string;
        };
        /**
         * KeystoneCreateUserTokenByPasswordRequestBody
         * @description Who asks `keystoneCreateUserTokenByPassword` for a token, and for which project.
         */
        KeystoneCreateUserTokenByPasswordRequestBody: {
            auth: components["schemas"]["PasswordAuthentication"];
        };
        /**
         * KeystoneCreateUserTokenByPasswordResponse
         * @description Response of `keystoneCreateUserTokenByPassword`. The token is in the header, what it is good for in the body.
         */
        KeystoneCreateUserTokenByPasswordResponse: {
            token: components["schemas"]["TokenInfo"];
        };
        /**
         * KeystoneListProjectsResponse
         * @description Response of `keystoneListProjects`. The projects.
         */
        KeystoneListProjectsResponse: {
            /** @description The projects. */
            projects: components["schemas"]["Project"][];
            links?: components["schemas"]["ProjectLinks"];
        };
        /**
         * KeystoreFile
         * Format: binary
         * @description A keystore file, byte for byte.
         */
        KeystoreFile: string;
        /** @description The record of one build, with names in camelCase. */
        LegacyBuildRecord: {
            /** @description Id of this entry. */
            id?: string;
            /** @description Id of the build project; one build project stands behind each task. */
            buildProjectId?: string;
            /** @description Id of the build record. */
            buildRecordId?: string;
            /** @description Id of the parent's build record, where a build is part of another. */
            parentRecordId?: string;
            /** @description Id of the CodeArts project. */
            devcloudProjectId?: string;
            /** @description Id of the build task; `job_id` elsewhere. */
            codeciJobId?: string;
            /** @description Id of the user who ran the build. */
            userId?: string;
            /** @description Number of the build within its task, from 1. */
            buildNo?: number;
            /** @description Day and running number of the build on that day. */
            dailyBuildNum?: string;
            /** @description Id of the executor's job. */
            executionId?: string;
            /** @description Name of the code repository. */
            repoName?: string;
            /** @description Id of the code repository. */
            repoId?: string | number;
            /** @description Branch that was built. */
            branch?: string;
            /** @description Tag that was built. */
            tag?: string | null;
            /** @description Commit that was built. */
            commit?: string | null;
            /** @description Message of the commit that was built. */
            commitMessage?: string;
            /** @description When the commit was made, ISO 8601 with an offset. */
            commitCreateTime?: string;
            /** @description What started the build. */
            triggerType?: components["schemas"]["TriggerType"];
            /** @description What was built: a branch, a tag or a commit. */
            buildType?: string;
            /** @description How the build stands or ended. */
            status?: string;
            /** @description Id of the tenant. */
            domainId?: string;
            /** @description When the build was created, ISO 8601 with an offset. */
            createTime?: string;
            /** @description When the build was handed to an executor, ISO 8601 with an offset. */
            scheduleTime?: string;
            /** @description When the build entered the queue, ISO 8601 with an offset. */
            queuedTime?: string;
            /** @description When the build started, ISO 8601 with an offset. */
            startTime?: string;
            /** @description When the executor began to work on the build, ISO 8601 with an offset. */
            runnableTime?: string;
            /** @description When the build ended, ISO 8601 with an offset. */
            finishTime?: string;
            /**
             * Format: float
             * @description How long the build took, in milliseconds.
             */
            duration?: number;
            /** @description State of the record itself. */
            recordStatus?: string | null;
            /** @description 1 when the build runs on an executor of the tenant's own, else 0. */
            usePrivateSlave?: number;
            /** @description Region of the tenant. */
            region?: string;
            /** @description Why the build failed; null when it did not. */
            errMsg?: string | null;
            /** @description Whether the build is described by YAML or by steps in the console (ACTION). */
            buildConfigType?: string;
        };
        /**
         * ListBuildInfoRecordResponse
         * @description Response of `listBuildInfoRecord`. The builds of the period, one page.
         */
        ListBuildInfoRecordResponse: {
            /** @description One page of build records. */
            result: components["schemas"]["BuildInfoPage"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * ListJobConfigResponse
         * @description Response of `listJobConfig`. The configuration of the task.
         */
        ListJobConfigResponse: {
            /** @description The configuration of the task. */
            result: components["schemas"]["JobConfig"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * ListNoticeResponse
         * @description Response of `listNotice`. The notifications of the task.
         */
        ListNoticeResponse: {
            /** @description The notifications of the task, one entry a channel. */
            result: components["schemas"]["Notice"][];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * ListTemplatesResponse
         * @description Response of `listTemplates`. The templates, one page.
         */
        ListTemplatesResponse: {
            /** @description One page of templates. */
            result: components["schemas"]["TemplatePage"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /** @description A piece of a log that is still growing. */
        LogChunk: {
            /** @description True while more of the log is to come. */
            has_more_data?: boolean | string;
            /** @description Where the next request goes on. */
            offset?: number | string;
            /** @description Text of this piece; may be empty while more is to come. */
            content?: string;
            /** @description Where this piece began. */
            current_offset?: number | string;
        };
        /**
         * LogFile
         * Format: binary
         * @description A log as a file of text.
         */
        LogFile: string;
        /** @description The steps of a template to be created. */
        NewTemplateDefinition: {
            /** @description Steps of the template, in order. */
            steps: components["schemas"]["TemplateStep"][];
        };
        /** @description What is notified on one channel. */
        Notice: {
            /** @description Channel of the notifications. */
            notice_type?: components["schemas"]["NoticeChannel"];
            /** @description Which events are notified on that channel, by event: `buildJobSuccess`, `buildJobFail`, `updateConfigJob`, `deleteJob`, `forbiddenJob`. */
            enable_map?: {
                [key: string]: boolean;
            };
            /** @description Settings of the channel. */
            param_config?: string | null;
        };
        /** @description A channel of notifications. */
        NoticeChannel: string;
        /** @description An event of a build task that can be notified. */
        NoticeEvent: string;
        /** @description A package or image that a build produced. */
        OutputPackage: {
            /** @description Id of the project that the package belongs to. */
            project_id?: string;
            /** @description Name of the package. */
            name?: string;
            /** @description Version. */
            version?: string;
            /** @description Kind of package. */
            package_type?: string;
            /** @description Where the package is stored. */
            uri?: string;
            /** @description Type of the entry. */
            type?: string;
            /** @description Day and running number of the build on that day, such as 20200612.20. */
            daily_build_number?: string;
        };
        /** @description A parameter of a run. */
        ParameterItem: {
            /** @description Name of the parameter, as the task defines it. Names that would change the executor's own environment are refused. */
            name: string;
            /** @description Value for this run. */
            value: string;
        };
        /** @description Who asks for a token, and what it is to be good for. */
        PasswordAuthentication: {
            identity: components["schemas"]["PasswordIdentity"];
            scope: components["schemas"]["TokenScope"];
        };
        /** @description A user and the user's password. */
        PasswordIdentity: {
            /** @description How the user proves who they are; `password` for this operation. */
            methods: "password"[];
            /** @description The user and the password. */
            password: {
                user: components["schemas"]["PasswordUser"];
            };
        };
        /** @description An IAM user with a password. */
        PasswordUser: {
            /** @description Name of the IAM user. */
            name: string;
            /**
             * Format: password
             * @description Password of the IAM user.
             */
            password: string;
            /** @description The account that the user belongs to. */
            domain: {
                /** @description Name of the account. */
                name: string;
            };
        };
        /** @description A build in the history of a period. */
        PeriodHistoryRecord: {
            /** @description Day and number of the build, such as 20201230.1; not the UUID that log downloads take. */
            record_id?: string;
            /** @description Id of the build task. */
            job_id?: string;
            /** @description Number of the build within its task, from 1. */
            build_number?: number;
            /** @description When the build started, ISO 8601 with an offset. */
            start_time?: string;
            /** @description When the build ended, ISO 8601 with an offset. */
            end_time?: string;
            /** @description How the build ended. */
            result?: string;
            /** @description Branch that was built. */
            branch?: string;
            /** @description Commit that was built. */
            commit_id?: string;
            /** @description Message of that commit; the service knows it for repositories in CodeArts Repo only. */
            commit_message?: string;
            /** @description Name of the user who ran the build. */
            executor?: string;
            /** @description What started the build. */
            trigger_type?: components["schemas"]["TriggerType"];
        };
        /** @description An IAM project. */
        Project: {
            /** @description Id of the project; what `X-Project-Id` takes. */
            id: string;
            /** @description Name of the project; a region's default project carries the region's name. */
            name: string;
            /** @description Id of the account that the project belongs to. */
            domain_id?: string;
            /** @description Id of the project above, or of the account. */
            parent_id?: string;
            /** @description True when the entry is an account instead of a project. */
            is_domain?: boolean;
            /** @description Description of the project. */
            description?: string;
            /** @description True when the project can be used. */
            enabled?: boolean;
            links?: components["schemas"]["ProjectLinks"];
        };
        /** @description Addresses of this list or entry and of its neighbors. */
        ProjectLinks: {
            /** @description Address of this list or entry. */
            self?: string;
            /** @description Address of the next page; null on the last. */
            next?: string | null;
            /** @description Address of the page before; null on the first. */
            previous?: string | null;
        };
        /**
         * RunJobRequestBody
         * @description Which task `runJob` builds, from what and with which parameters.
         */
        RunJobRequestBody: {
            /** @description Id of the build task. */
            job_id: components["schemas"]["JobId"];
            /** @description Parameters for this run; a parameter that is left out takes the task's own value. */
            parameter?: components["schemas"]["ParameterItem"][];
            /** @description Tag or commit to build instead of the head of the task's branch. */
            scm?: components["schemas"]["Scm"];
        };
        /**
         * RunJobResponse
         * @description Response of `runJob`. The build was started.
         */
        RunJobResponse: {
            /** @description Name of the executor's temporary job. */
            octopus_job_name?: string;
            /** @description Number of the build that was started; the `build_no` of other operations. */
            actual_build_number: string;
            /** @description Day and running number of the build on that day, such as 20200612.20. */
            daily_build_number?: string;
        };
        /** @description What to build instead of the head of the task's branch. */
        Scm: {
            /** @description Tag to build. */
            build_tag?: string | null;
            /** @description Commit to build. */
            build_commit_id?: string;
        };
        /**
         * ServiceError
         * @description An error, as the service words it. It can also arrive with status 200.
         */
        ServiceError: {
            /** @description Code of the error; the error catalogue says what it means and what to do. */
            error_code?: string;
            /** @description What went wrong, in the service's words. */
            error_msg?: string;
        };
        /**
         * ShowFlowGraphResponse
         * @description Response of `showFlowGraph`. The graph.
         */
        ShowFlowGraphResponse: {
            /** @description True when the call did what it should. */
            success?: boolean;
            /** @description Message of the service; empty on success. */
            message?: string;
            /** @description Error code; empty on success. */
            err_code?: string;
            /** @description The graph. */
            result: components["schemas"]["FlowGraph"];
        };
        /**
         * ShowHistoryDetailsResponse
         * @description Response of `showHistoryDetails`. The parameters and steps of the build.
         */
        ShowHistoryDetailsResponse: {
            /** @description Name of the build task. */
            job_name?: string;
            /** @description Number of the build within its task, from 1. */
            build_number?: number;
            /** @description Id of the CodeArts project that holds the task. */
            project_id?: string;
            /** @description Name of the project. */
            project_name?: string;
            /** @description Parameters of this build by name; values of sensitive ones come as asterisks. */
            parameters?: {
                [key: string]: string;
            };
            /** @description The steps of the build, in order. */
            build_steps: components["schemas"]["BuildStep"][];
        };
        /**
         * ShowJobInfoResponse
         * @description Response of `showJobInfo`. The task and its last build.
         */
        ShowJobInfoResponse: {
            /** @description The task and its last build. */
            result: components["schemas"]["JobInfo"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
        /**
         * ShowJobListByProjectIdResponse
         * @description Response of `showJobListByProjectId`. The build tasks, one page.
         */
        ShowJobListByProjectIdResponse: {
            /** @description The build tasks on this page. */
            jobs: components["schemas"]["Job"][];
            /** @description Number of build tasks in the project. */
            total: number;
        };
        /**
         * ShowJobStatusResponse
         * @description Response of `showJobStatus`. Whether the task is running.
         */
        ShowJobStatusResponse: {
            /** @description True while the task is running. */
            result: boolean;
        };
        /**
         * ShowJobSuccessRatioResponse
         * @description Response of `showJobSuccessRatio`. The numbers of builds and the share that succeeded.
         */
        ShowJobSuccessRatioResponse: {
            /** @description Builds that succeeded. */
            success_count: number;
            /** @description Builds in all. */
            total_count: number;
            /**
             * Format: double
             * @description Share that succeeded, from 0 to 1, rounded to two decimals.
             */
            success_ratio: number;
        };
        /**
         * ShowLastHistoryResponse
         * @description Response of `showLastHistory`. The build.
         */
        ShowLastHistoryResponse: {
            /** @description Day and number of the build, such as 20210722.16; not the UUID that log downloads take. */
            record_id?: string;
            /** @description Id of the build task. */
            job_id: string;
            /** @description Name of the build task. */
            job_name?: string;
            /** @description Number of the build within its task, from 1. */
            build_number: number;
            /** @description When the build started, ISO 8601 with an offset. */
            start_time?: string;
            /** @description When the build ended, ISO 8601 with an offset. */
            end_time?: string;
            /** @description How the build ended. */
            result?: string;
            /** @description Commit that was built. */
            commit_id?: string;
        };
        /**
         * ShowListHistoryResponse
         * @description Response of `showListHistory`. The builds of the last days, one page.
         */
        ShowListHistoryResponse: {
            /** @description The builds on this page. */
            history_records: components["schemas"]["HistoryRecord"][];
            /** @description Number of items across all pages. */
            total: number;
        };
        /**
         * ShowListPeriodHistoryResponse
         * @description Response of `showListPeriodHistory`. The builds of the period, one page.
         */
        ShowListPeriodHistoryResponse: {
            /** @description Number of items across all pages. */
            total: number;
            /** @description The builds on this page. */
            history_records: components["schemas"]["PeriodHistoryRecord"][];
        };
        /**
         * ShowOutputInfoResponse
         * @description Response of `showOutputInfo`. What the build produced.
         */
        ShowOutputInfoResponse: {
            /** @description `success` when the call did what it should. */
            status?: string;
            /** @description What went wrong; null on success. */
            error?: Record<string, unknown> | null;
            /** @description What the build produced. */
            result: components["schemas"]["BuildOutput"];
        };
        /**
         * ShowRecordDetailResponse
         * @description Response of `showRecordDetail`. The build record.
         */
        ShowRecordDetailResponse: {
            /** @description `success` when the call did what it should. */
            status?: string;
            /** @description What went wrong; null on success. */
            error?: Record<string, unknown> | null;
            /** @description The build record. */
            result: components["schemas"]["BuildRecord"];
        };
        /**
         * ShowRecordInfoResponse
         * @description Response of `showRecordInfo`. The build record.
         */
        ShowRecordInfoResponse: {
            /** @description True when the call did what it should. */
            success?: boolean;
            /** @description Message of the service; empty on success. */
            message?: string;
            /** @description Error code; empty on success. */
            err_code?: string;
            /** @description The build record, with names in camelCase or in snake_case: look which of them is there. */
            result: components["schemas"]["LegacyBuildRecord"] | components["schemas"]["BuildRecord"];
        };
        /**
         * StopBuildJobResponse
         * @description Response of `stopBuildJob`. The build was stopped.
         */
        StopBuildJobResponse: {
            /** @description True when the build was stopped. */
            success?: boolean;
            /** @description What the service says about it; empty on success. */
            result?: string;
        };
        /**
         * StopJobRequestBody
         * @description Which build `stopJob` stops.
         */
        StopJobRequestBody: {
            /** @description Id of the build task. */
            job_id: components["schemas"]["JobId"];
            /** @description Number of the build within its task, as a number or as text; the first is 1. */
            build_no: components["schemas"]["BuildNumber"];
        };
        /**
         * StopJobResponse
         * @description Response of `stopJob`. Whether the build was stopped. The body may be missing.
         */
        StopJobResponse: {
            /** @description True when the build was stopped. */
            result?: boolean;
        };
        /** @description A build template. */
        Template: {
            /** @description True when the caller marked the template as a favorite. */
            favourite?: boolean;
            /** @description Display name of the template's owner. */
            nick_name?: string;
            /** @description Id of the database entry. */
            id?: string;
            /** @description Id of the template; what `deleteTemplates` takes. */
            uuid?: string;
            /** @description The steps of the template. */
            template?: components["schemas"]["TemplateDefinition"];
            /** @description Type of the template. */
            type?: string;
            /** @description True when every user of the tenant may use it. */
            public?: boolean;
            /** @description Name of the template. */
            name?: string;
            /** @description When the template was made, ISO 8601 with an offset. */
            create_time?: string;
            /** @description Id of the tenant. */
            domain_id?: string;
            /**
             * Format: double
             * @description Position in sorted lists.
             */
            weight?: number;
            /** @description Id of the template's owner. */
            user_id?: string;
            /** @description Name of the template's owner. */
            user_name?: string;
            /** @description Name of the tenant. */
            domain_name?: string;
            /**
             * @description Where the template comes from; `custom` for one that a user made.
             * @default custom
             */
            scope?: string;
            /** @description Description of the template. */
            description?: string;
            /** @description Whether the template is for a YAML build or for steps in the console. */
            tool_type?: string;
            /** @description The description by language. */
            intl_description?: Record<string, unknown>;
            /** @description The task's parameters. */
            parameters?: components["schemas"]["JobParameter"][];
            /** @description Texts by language. */
            i18n?: Record<string, unknown>;
        };
        /** @description The steps of a template. */
        TemplateDefinition: {
            /** @description The steps; null in lists. */
            steps?: components["schemas"]["TemplateStep"][] | null;
            /** @description Actions inside the steps of the template. */
            actions?: {
                [key: string]: unknown;
            };
            /** @description True when Git submodules are fetched too. */
            auto_update_sub_module?: boolean;
            /** @description Image that the template builds in. */
            image?: string;
            /** @description Where the image comes from. */
            image_source?: string;
        };
        /** @description One page of templates. */
        TemplatePage: {
            /** @description Number of templates across all pages. */
            total_size?: number;
            /** @description The templates on this page. */
            items?: components["schemas"]["Template"][];
        };
        /** @description A step of a build template. */
        TemplateStep: {
            /** @description Settings of the step; which ones depends on the module. */
            properties?: {
                [key: string]: unknown;
            } | null;
            /** @description Id of the module that does the step. */
            module_id: string;
            /** @description Name of the step. */
            name?: string;
            /** @description Version of the module. */
            version?: string;
            /** @description False to skip the step. */
            enable?: boolean;
        };
        /** @description What a token is good for. */
        TokenInfo: {
            /**
             * Format: date-time
             * @description When the token expires, ISO 8601 in UTC.
             */
            expires_at: string;
            /** @description How the user proved who they are. */
            methods?: string[];
            /** @description The services that the token is good for. */
            catalog?: components["schemas"]["CatalogEntry"][];
        };
        /** @description What the token is to be good for. CodeArts Build wants the scope of a project. */
        TokenScope: {
            /** @description The IAM project. */
            project: {
                /** @description Name of the IAM project; a region's default project carries the region's name, such as ap-southeast-3. */
                name: string;
            };
        };
        /** @description What started a build. */
        TriggerType: string;
        /**
         * UpdateBuildJobRequestBody
         * @description The task as `updateBuildJob` leaves it.
         */
        UpdateBuildJobRequestBody: {
            /** @description CPU architecture of the executor, such as x86-64. */
            arch: string;
            /** @description Id of the CodeArts project that holds the task. */
            project_id: string;
            /** @description Name of the build task. */
            job_name: string;
            /** @description Id of the build task. */
            job_id: string;
            /** @description Whether Git submodules are fetched too, as the text `true` or `false`. */
            auto_update_sub_module?: string;
            /** @description Size of the executor, such as 2u8g. */
            flavor?: string;
            /** @description The task's parameters. */
            parameters?: components["schemas"]["JobParameter"][];
            /** @description Code repositories that the task builds from. */
            scms?: components["schemas"]["JobScm"][];
            /** @description Steps of the build, in order. */
            steps: components["schemas"]["JobStep"][];
            /** @description Kind of executor, such as devcloud. */
            host_type?: string;
            /** @description Id of the task group that the task belongs to. */
            group_id?: string;
            /** @description When a build of the task is given up. */
            timeout?: components["schemas"]["JobTimeout"];
            /** @description True to build on every push of code. */
            build_if_code_updated?: boolean;
            /** @description Schedules that start builds of the task. */
            triggers?: components["schemas"]["JobTrigger"][];
            /** @description Whether the build is described by YAML or by steps in the console (ACTION). */
            build_config_type?: string;
        };
        /**
         * UpdateBuildJobResponse
         * @description Response of `updateBuildJob`. The task was changed.
         */
        UpdateBuildJobResponse: {
            /** @description The task that was changed. */
            result: components["schemas"]["JobReference"];
            /** @description `success` when the call did what it should. */
            status?: string;
            /** @description What went wrong; null on success. */
            error?: string | null;
        };
        /**
         * UpdateNoticeRequestBody
         * @description Whom `updateNotice` tells, and of what.
         */
        UpdateNoticeRequestBody: {
            /** @description Channel of the notifications. */
            notice_type: components["schemas"]["NoticeChannel"];
            /** @description Events to be notified of; events that are left out are switched off. */
            enabled_event_type_names: components["schemas"]["NoticeEvent"][];
            /** @description Whether notifications are sent at all, as the text `true` or `false`. */
            send_switch?: string;
            /** @description Settings of the channel. */
            param_config?: string;
            /** @description Whether the notification settings of the project apply instead, as the text `true` or `false`. */
            use_project_notice?: string;
        };
        /**
         * UpdateNoticeResponse
         * @description Response of `updateNotice`. The notifications were set.
         */
        UpdateNoticeResponse: {
            /** @description The task whose notifications were set. */
            result?: components["schemas"]["JobReference"];
            /** @description What went wrong; null on success. */
            error?: string | null;
            /** @description `success` when the call did what it should. */
            status?: string;
        };
    };
    responses: {
        /** @description A value in the request is wrong; correct it before sending again. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description The caller may not do this, or there is no build to show yet. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description A value in the request to IAM is wrong; correct it before sending again. */
        IamBadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description The user may not do this in IAM. */
        IamForbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description IAM has nothing of this name or id. */
        IamNotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description IAM failed; try again later. */
        IamServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description IAM does not accept the credentials, or the token has expired; nothing was done. */
        IamUnauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description IAM cannot answer now; try again later. */
        IamUnavailable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["IamError"];
            };
        };
        /** @description No such route here; the region may not offer it. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description The service failed, or its network is busy. The error catalogue says whether a retry can help. */
        ServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description Too many requests; refused before it took effect. Send it again after the time in `Retry-After`. */
        TooManyRequests: {
            headers: {
                /**
                 * @description How long to wait, in seconds, or an HTTP date.
                 * @example 1
                 */
                "Retry-After"?: string;
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description The credentials are missing, wrong or expired; nothing was done. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
        /** @description An id of the right shape that does not exist. No page lists this status; the live service responds with it. */
        UnknownId: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ServiceError"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    showJobListByProjectId: {
        parameters: {
            query: {
                /** @description Number of the page; the first is 0. */
                page_index?: number;
                /** @description Items on a page. */
                page_size: number;
            };
            header?: never;
            path: {
                /** @description Id of the CodeArts project, not of the IAM project. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build tasks, one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowJobListByProjectIdResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showJobInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task and its last build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowJobInfoResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showJobStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the task is running. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowJobStatusResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listJobConfig: {
        parameters: {
            query?: {
                /** @description `true` for all parameters, `false` for those that the task sets itself. */
                get_all_params?: "true" | "false";
            };
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The configuration of the task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListJobConfigResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateBuildJobRequestBody"];
            };
        };
        responses: {
            /** @description The task was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateBuildJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBuildJobRequestBody"];
            };
        };
        responses: {
            /** @description The task was changed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateBuildJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    disableBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description The task was disabled. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisableBuildJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    enableBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description The task was restored. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnableBuildJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description The task was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteBuildJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    runJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunJobRequestBody"];
            };
        };
        responses: {
            /** @description The build was started. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showRecordDetail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
                /** @description Number of the build within its task, as a number or as text; the first is 1. */
                build_no: components["schemas"]["BuildNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRecordDetailResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showHistoryDetails: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
                /** @description Number of the build within its task, as a number or as text; the first is 1. */
                build_number: components["schemas"]["BuildNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The parameters and steps of the build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowHistoryDetailsResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showOutputInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
                /** @description Number of the build within its task, as a number or as text; the first is 1. */
                build_no: components["schemas"]["BuildNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the build produced. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowOutputInfoResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    stopBuildJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
                /** @description Number of the build within its task, as a number or as text; the first is 1. */
                build_no: components["schemas"]["BuildNumber"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description The build was stopped. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopBuildJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showFlowGraph: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Build record id of the parent build. */
                build_flow_record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The graph. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowFlowGraphResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showRecordInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
                /** @description Number of the build within its task, as a number or as text; the first is 1. */
                build_no: components["schemas"]["BuildNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build record. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowRecordInfoResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    stopJob: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StopJobRequestBody"];
            };
        };
        responses: {
            /** @description Whether the build was stopped. The body may be missing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StopJobResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listBuildInfoRecord: {
        parameters: {
            query: {
                /** @description Start of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time. */
                start_time: string;
                /** @description End of the period, `yyyy-MM-dd HH:mm:ss` in the service's local time; at most 31 days after the start. */
                end_time: string;
                /** @description Number of the page; the first is 0. */
                page_index?: number;
                /** @description Items on a page. */
                page_size?: number;
            };
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The builds of the period, one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListBuildInfoRecordResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showListPeriodHistory: {
        parameters: {
            query: {
                /** @description Number of the page; the first is 0. */
                offset: number;
                /** @description Items on a page. */
                limit: number;
                /** @description First day of the period, `yyyy-MM-dd`. */
                start_time: string;
                /** @description Last day of the period, `yyyy-MM-dd`. */
                end_time: string;
            };
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The builds of the period, one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowListPeriodHistoryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showListHistory: {
        parameters: {
            query: {
                /** @description Number of the page; the first is 0. */
                offset: number;
                /** @description Items on a page. */
                limit: number;
                /** @description How many days to look back from today. */
                interval: number;
            };
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The builds of the last days, one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowListHistoryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showLastHistory: {
        parameters: {
            query: {
                /** @description Name of the code repository; it has no Chinese characters. */
                repository_name: string;
            };
            header?: never;
            path: {
                /** @description Id of the CodeArts project, not of the IAM project. */
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The build. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowLastHistoryResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    showJobSuccessRatio: {
        parameters: {
            query: {
                /** @description First day of the period, `yyyy-MM-dd`. */
                start_time: string;
                /** @description Last day of the period, `yyyy-MM-dd`. */
                end_time: string;
            };
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The numbers of builds and the share that succeeded. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShowJobSuccessRatioResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    downloadRealTimeLog: {
        parameters: {
            query: {
                /** @description Where to go on: 0 at first, then the `offset` of the last response. */
                offset: number;
                /** @description Length of the piece of the log at most; without it, 1000000. Its unit is undocumented; the offsets of the response count in the same one. */
                length?: number;
            };
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
                /** @description Number of the build within its task, as a number or as text; the first is 1. */
                build_no: components["schemas"]["BuildNumber"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A piece of the log. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DownloadRealTimeLogResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    downloadBuildLog: {
        parameters: {
            query?: {
                /** @description How much of the log to return: `INFO`, or `DEBUG` for everything. Without it, `INFO`. */
                log_level?: "INFO" | "DEBUG";
            };
            header?: never;
            path: {
                /** @description Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. */
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log, as a file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["LogFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    downloadTaskLog: {
        parameters: {
            query: {
                /** @description Stage of the build: `stage1` for its first step, `stage2` for the second, and so on, in the order of `showHistoryDetails`. */
                task_name: string;
                /** @description How much of the log to return: `INFO`, or `DEBUG` for everything. Without it, `INFO`. */
                log_level?: "INFO" | "DEBUG";
            };
            header?: never;
            path: {
                /** @description Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. */
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log of the step, as a file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["LogFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    downloadLogByRecordId: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build record, the `build_record_id` that `showRecordDetail` returns; not its `id`. */
                record_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The log, as a file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["LogFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listTemplates: {
        parameters: {
            query?: {
                /** @description Text that the name of the template contains. */
                name?: string;
                /** @description Number of the page, as text; the first is 1. */
                page?: string;
                /** @description Items on a page, as text. */
                page_size?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The templates, one page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListTemplatesResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    createTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplatesRequestBody"];
            };
        };
        responses: {
            /** @description The template was created. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreateTemplatesResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    deleteTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The `uuid` of the template, as `listTemplates` returns it. */
                uuid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The template was deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeleteTemplatesResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    listNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The notifications of the task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListNoticeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    updateNotice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateNoticeRequestBody"];
            };
        };
        responses: {
            /** @description The notifications were set. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdateNoticeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    disableNotice: {
        parameters: {
            query: {
                /** @description Channel to switch off. */
                notice_type: components["schemas"]["NoticeChannel"];
            };
            header?: never;
            path: {
                /** @description Id of the build task: the 32 characters at the end of the address of its page in the console. */
                job_id: components["schemas"]["JobId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["EmptyBody"];
            };
        };
        responses: {
            /** @description The notifications were switched off. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisableNoticeResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    downloadKeystore: {
        parameters: {
            query: {
                /** @description Name of the keystore file. */
                file_name: string;
                /** @description Id of the tenant. */
                domain_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keystore file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": components["schemas"]["KeystoreFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnknownId"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["ServerError"];
        };
    };
    keystoneCreateUserTokenByPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeystoneCreateUserTokenByPasswordRequestBody"];
            };
        };
        responses: {
            /** @description The token is in the header, what it is good for in the body. */
            201: {
                headers: {
                    /**
                     * @description The token; send it as `X-Auth-Token`.
                     * @example MIIYXQYJKoZIhvcNAQcCoIIYTjCCGEoCAQEx
                     */
                    "X-Subject-Token": string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeystoneCreateUserTokenByPasswordResponse"];
                };
            };
            400: components["responses"]["IamBadRequest"];
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            404: components["responses"]["IamNotFound"];
            500: components["responses"]["IamServerError"];
            503: components["responses"]["IamUnavailable"];
        };
    };
    keystoneListProjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The projects. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeystoneListProjectsResponse"];
                };
            };
            400: components["responses"]["IamBadRequest"];
            401: components["responses"]["IamUnauthorized"];
            403: components["responses"]["IamForbidden"];
            404: components["responses"]["IamNotFound"];
            500: components["responses"]["IamServerError"];
            503: components["responses"]["IamUnavailable"];
        };
    };
}
